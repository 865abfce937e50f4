package org.medflow.legacy.control;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.medflow.platform.vault.KeyProblem;

/**
 * Values as the system before MedFlow kept them (spec integrations.md 12.2): {@code
 * enc:v1:iv:tag:text} with its first key, {@code enc:v2:key:iv:tag:text} with the named one, all
 * parts in base64, AES-256-GCM. Where that system gave the ciphertext back when it could not open
 * it, here it is refused.
 */
final class OldCipher {

  static final String MARK = "enc:";

  private static final int MOST_KEYS = 10;
  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;
  private static final String BASE64 = "([A-Za-z0-9+/]*={0,2})";
  private static final Pattern FORM =
      Pattern.compile("enc:(?:v1|v2:(?:key_)?v?([1-9][0-9]?)):%1$s:%1$s:%1$s".formatted(BASE64));

  private final Map<Integer, SecretKeySpec> keys;

  private OldCipher(Map<Integer, SecretKeySpec> keys) {
    this.keys = Map.copyOf(keys);
  }

  /** A value that stays shut, with the reason by which its row is set aside. */
  static final class Shut extends Exception {

    private static final long serialVersionUID = 1L;

    Shut(String reason) {
      super(reason);
    }
  }

  /** Keys are LEGACY_PHI_ENCRYPTION_KEY (1), LEGACY_PHI_ENCRYPTION_KEY_V2 … _V10; none is fine. */
  static OldCipher of(Map<String, String> settings) {
    var keys = new HashMap<Integer, SecretKeySpec>();
    for (int id = 1; id <= MOST_KEYS; id++) {
      var name = "LEGACY_PHI_ENCRYPTION_KEY" + (id == 1 ? "" : "_V" + id);
      var text = settings.getOrDefault(name, "").trim();
      if (!text.isEmpty()) {
        keys.put(id, key(name, text));
      }
    }
    return new OldCipher(keys);
  }

  private static SecretKeySpec key(String name, String text) {
    if (!text.matches("[0-9a-fA-F]{64}")) {
      throw new KeyProblem(name + " is not 32 bytes in hexadecimal.");
    }
    return new SecretKeySpec(HexFormat.of().parseHex(text), "AES");
  }

  static boolean sealed(String cell) {
    return cell.startsWith(MARK);
  }

  String open(String cell) throws Shut {
    var form = FORM.matcher(cell.strip());
    if (!form.matches()) {
      throw new Shut("cipher-broken");
    }
    var key = keys.get(form.group(1) == null ? 1 : Integer.parseInt(form.group(1)));
    if (key == null) {
      throw new Shut("cipher-key-missing");
    }
    return opened(key, part(form.group(2)), part(form.group(3)), part(form.group(4)));
  }

  private static byte[] part(String base64) throws Shut {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException garbled) {
      throw new Shut("cipher-broken");
    }
  }

  private static String opened(SecretKeySpec key, byte[] iv, byte[] tag, byte[] text) throws Shut {
    if (iv.length != IV_BYTES || tag.length != TAG_BYTES) {
      throw new Shut("cipher-broken");
    }
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
      var sealed = ByteBuffer.allocate(text.length + tag.length).put(text).put(tag).array();
      var plain = ByteBuffer.wrap(cipher.doFinal(sealed));
      return StandardCharsets.UTF_8.newDecoder().decode(plain).toString();
    } catch (GeneralSecurityException | CharacterCodingException tampered) {
      throw new Shut("cipher-broken");
    }
  }
}
