package org.medflow.platform.vault;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Keys for tests, made on the spot. */
public final class Keys {

  private Keys() {}

  static String base64(int filler) {
    var key = new byte[KeyRing.KEY_BYTES];
    Arrays.fill(key, (byte) filler);
    return Base64.getEncoder().encodeToString(key);
  }

  static String base64OfLength(int length) {
    return Base64.getEncoder().encodeToString(new byte[length]);
  }

  /** A ring with these encryption keys, ids 1, 2 …, the last of them primary. */
  static KeyRing ring(int indexKey, int... encryptionKeys) {
    Map<String, String> settings = new HashMap<>();
    settings.put("PHI_INDEX_KEY", base64(indexKey));
    settings.put("PHI_KEY_ID", String.valueOf(encryptionKeys.length));
    for (int i = 0; i < encryptionKeys.length; i++) {
      settings.put(
          "PHI_ENCRYPTION_KEY" + (i == 0 ? "" : "_V" + (i + 1)), base64(encryptionKeys[i]));
    }
    return KeyRing.of(settings);
  }

  /** A vault for tests of other rooms. */
  public static Vault vault() {
    return new Vault(ring(9, 1));
  }
}
