package org.medflow.identity.control;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * Argon2id with 19 MiB, two passes, one lane, 16 bytes of salt and 32 of hash: the least that
 * OWASP's guidance, as quoted by the stack notes, asks for (source: spec, unconfirmed).
 */
public final class PasswordHash {

  private static final int KIB = 19_456;
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(KIB, 2, 1, 32, Argon2.ID);

  /** Of no password at all: unknown users cost the same time as known ones. */
  private static final String NOBODY = of("nobody has this password");

  private PasswordHash() {}

  public static String of(String password) {
    return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
  }

  /** Whether the password fits; a null hash takes as long and fits nothing. */
  public static boolean fits(String password, String hash) {
    var against = against(hash);
    var right = Password.check(password, against).with(Argon2Function.getInstanceFromHash(against));
    return right && hash != null;
  }

  /** The hash to compare with: somebody unknown has one too, made at the same cost. */
  static String against(String hash) {
    return hash == null ? NOBODY : hash;
  }
}
