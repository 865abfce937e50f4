package org.medflow.identity.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Permission;

/** The launcher's own key to the server: random at every installation, in memory of both only. */
public final class OperatorToken {

  private static final int LEAST = 32;

  private OperatorToken() {}

  /** The launcher, when the token is the one that the server was started with. */
  public static Optional<Actor> actor(String offered, String expected) {
    if (offered == null || expected == null || expected.length() < LEAST) {
      return Optional.empty();
    }
    boolean same =
        MessageDigest.isEqual(
            offered.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    return same
        ? Optional.of(Actor.system(Permission.OPERATE_SYSTEM, Permission.MANAGE_MIGRATIONS))
        : Optional.empty();
  }
}
