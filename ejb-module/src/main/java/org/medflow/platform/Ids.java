package org.medflow.platform;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Ids made before the row exists: UUID version 7 (RFC 9562), so that keys grow with time. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** Drawn for many ids at once: one by one, threads that make many wait for each other. */
  private static final ThreadLocal<ByteBuffer> DRAWN =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(1_000).limit(0));

  private Ids() {}

  public static UUID next() {
    return at(System.currentTimeMillis());
  }

  /** An id stamped with this instant, in milliseconds since 1970. */
  static UUID at(long millis) {
    var drawn = drawn();
    long random = drawn.getLong();
    long high = (millis << 16) | 0x7000L | (drawn.getShort() & 0x0FFFL);
    long low = (random & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  private static ByteBuffer drawn() {
    var drawn = DRAWN.get();
    if (drawn.remaining() < Long.BYTES + Short.BYTES) {
      RANDOM.nextBytes(drawn.array());
      drawn.clear();
    }
    return drawn;
  }
}
