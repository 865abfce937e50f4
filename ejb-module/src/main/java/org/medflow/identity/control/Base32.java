package org.medflow.identity.control;

/** RFC 4648 base 32 without padding, as authenticators and people take a secret. */
public final class Base32 {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;
  private static final int MASK = 31;

  private Base32() {}

  public static String of(byte[] bytes) {
    var text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte one : bytes) {
      held = held << Byte.SIZE | one & 0xFF;
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(LETTERS.charAt(held >> bits & MASK));
      }
    }
    return bits == 0 ? text.toString() : text.append(rest(held, bits)).toString();
  }

  private static char rest(int held, int bits) {
    return LETTERS.charAt(held << BITS - bits & MASK);
  }
}
