package org.medflow.launcher;

import java.security.SecureRandom;
import java.util.Base64;

/** Keys, tokens and passwords that nobody chose. */
final class RandomText {

  private static final int KEY_BYTES = 32;

  /** No look-alikes: these are read from a screen and typed. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** 256 bits in base64. */
  static String key() {
    return Base64.getEncoder().encodeToString(bytes());
  }

  /** 256 bits, fit for a URL or a header. */
  static String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  static String password(int length) {
    return RANDOM
        .ints(length, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
        .toString();
  }

  private static byte[] bytes() {
    var bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
