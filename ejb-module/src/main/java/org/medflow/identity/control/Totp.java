package org.medflow.identity.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change every thirty seconds: RFC 6238 with HMAC-SHA-1 and six digits, which every
 * authenticator knows. One step before and one after the present one are good too, for clocks that
 * go wrong (source: spec platform.md 3).
 */
public final class Totp {

  public static final int SECRET_BYTES = 20;

  private static final int PERIOD_SECONDS = 30;
  private static final int SLACK = 1;
  private static final int MODULUS = 1_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  /** A new secret: 160 random bits. */
  public static byte[] secret() {
    var bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** The step, half minutes since 1970, whose code this is; empty when it is none of now. */
  public static OptionalLong step(byte[] secret, String code, Instant now) {
    if (code == null || !code.matches("[0-9]{6}")) {
      return OptionalLong.empty();
    }
    long present = now.getEpochSecond() / PERIOD_SECONDS;
    return LongStream.rangeClosed(present - SLACK, present + SLACK)
        .filter(step -> same(code(secret, step), code))
        .max();
  }

  static String code(byte[] secret, long step) {
    var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int at = hash[hash.length - 1] & 0x0F;
    int cut = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & Integer.MAX_VALUE;
    return "%06d".formatted(cut % MODULUS);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] hmac(byte[] secret, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HmacSHA1 is not there", impossible);
    }
  }
}
