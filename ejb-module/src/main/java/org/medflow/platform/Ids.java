package org.medflow.platform;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids made before the row exists: UUID version 7 (RFC 9562), so that keys grow with time. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static UUID next() {
    return at(System.currentTimeMillis());
  }

  /** An id stamped with this instant, in milliseconds since 1970. */
  static UUID at(long millis) {
    long random = RANDOM.nextLong();
    long high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
    long low = (random & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
