package org.medflow.harness;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The system before MedFlow as far as it encrypted values, with two keys of its own. */
public final class OldSystem {

  private static final int TAG = 16;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] FIRST = random(32);
  private static final byte[] THIRD = random(32);

  private OldSystem() {}

  /** What the administrator tells MedFlow of it. */
  public static Map<String, String> environment() {
    return Map.of(
        "LEGACY_PHI_ENCRYPTION_KEY", HexFormat.of().formatHex(FIRST),
        "LEGACY_PHI_ENCRYPTION_KEY_V3", HexFormat.of().formatHex(THIRD));
  }

  /** A value of its first days. */
  public static String first(String plain) {
    return "enc:v1:" + sealed(FIRST, plain);
  }

  /** A value under a key that it names. */
  public static String named(String key, String plain) {
    return "enc:v2:%s:%s".formatted(key, sealed(THIRD, plain));
  }

  private static String sealed(byte[] key, String plain) {
    try {
      var iv = random(12);
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(TAG * Byte.SIZE, iv));
      var all = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
      int length = all.length - TAG;
      return "%s:%s:%s"
          .formatted(
              base64(iv),
              base64(Arrays.copyOfRange(all, length, all.length)),
              base64(Arrays.copyOf(all, length)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
