package org.medflow.platform.vault;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of the house: one or more 256-bit encryption keys with their ids, which of them seals
 * new values, and the key of the blind indexes. Read from PHI_ENCRYPTION_KEY (id 1),
 * PHI_ENCRYPTION_KEY_V2 (id 2) and so on, PHI_KEY_ID and PHI_INDEX_KEY. Old keys may be left out
 * once nothing is sealed with them.
 */
public record KeyRing(SortedMap<Integer, byte[]> encryption, int primary, byte[] index) {

  static final int KEY_BYTES = 32;
  private static final int MOST_KEYS = 99;

  /** Builds the ring, or says in one sentence which setting is wrong. */
  public static KeyRing of(Map<String, String> settings) {
    var encryption = new TreeMap<Integer, byte[]>();
    int primary = primary(settings);
    for (int id = 1; id <= MOST_KEYS; id++) {
      if (settings.containsKey(setting(id)) || id == 1 && primary == 1) {
        encryption.put(id, key(settings, setting(id)));
      }
    }
    var ring = new KeyRing(encryption, primary, key(settings, "PHI_INDEX_KEY"));
    ring.check();
    return ring;
  }

  /** The setting that holds the encryption key with this id. */
  public static String setting(long id) {
    return id == 1 ? "PHI_ENCRYPTION_KEY" : "PHI_ENCRYPTION_KEY_V" + id;
  }

  private void check() {
    if (!encryption.containsKey(primary)) {
      throw new KeyProblem("PHI_KEY_ID names key %d, which is not set.".formatted(primary));
    }
    encryption.forEach((id, key) -> checkDistinct(id, key));
  }

  private void checkDistinct(int id, byte[] key) {
    boolean repeated =
        Arrays.equals(key, index)
            || encryption.entrySet().stream()
                .anyMatch(e -> e.getKey() != id && Arrays.equals(e.getValue(), key));
    if (repeated) {
      throw new KeyProblem("Encryption key %d equals another key: all must differ.".formatted(id));
    }
  }

  private static byte[] key(Map<String, String> settings, String name) {
    var text = settings.getOrDefault(name, "").trim();
    if (text.isEmpty()) {
      throw new KeyProblem(name + " is not set.");
    }
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException garbled) {
      throw new KeyProblem(name + " is not valid base64.");
    }
    if (key.length != KEY_BYTES) {
      throw new KeyProblem(
          "%s has %d bytes, it needs %d in base64.".formatted(name, key.length, KEY_BYTES));
    }
    return key;
  }

  private static int primary(Map<String, String> settings) {
    var text = settings.getOrDefault("PHI_KEY_ID", "1").trim();
    if (!text.matches("[1-9][0-9]?")) {
      throw new KeyProblem("PHI_KEY_ID is not a number from 1 to 99.");
    }
    return Integer.parseInt(text);
  }

  @Override
  public String toString() {
    return "KeyRing[ids=" + encryption.keySet() + ", primary=" + primary + "]";
  }
}
