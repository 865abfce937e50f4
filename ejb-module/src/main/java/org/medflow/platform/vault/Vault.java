package org.medflow.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import jakarta.enterprise.inject.Vetoed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals personal values with AES-256-GCM (Tink), each bound to its table, column and row, and makes
 * blind indexes (HMAC-SHA256) by which equal values are found without being read.
 */
@Vetoed
public class Vault {

  private static final int KEY_AT = 1;
  private static final byte WITH_KEY = 1;

  private Aead aead;
  private Mac index;
  private SortedSet<Integer> keys;
  private int primary;

  protected Vault() {}

  public Vault(KeyRing ring) {
    try {
      AeadConfig.register();
      aead = handle(ring).getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException unusable) {
      throw new KeyProblem("The encryption keys cannot be used: " + unusable.getMessage());
    }
    index = mac(ring.index());
    keys = new TreeSet<>(ring.encryption().keySet());
    primary = ring.primary();
  }

  /** The key that seals now. */
  public int primary() {
    return primary;
  }

  /** The keys that open. */
  public SortedSet<Integer> keys() {
    return Collections.unmodifiableSortedSet(keys);
  }

  /** The key that sealed these bytes, which stands in front of them; 0 when no key of ours did. */
  public static long keyOf(byte[] sealed) {
    boolean known = sealed.length > KEY_AT + Integer.BYTES && sealed[0] == WITH_KEY;
    return known ? Integer.toUnsignedLong(ByteBuffer.wrap(sealed).getInt(KEY_AT)) : 0;
  }

  public Sealed seal(Column column, UUID row, String plain) {
    return plain == null
        ? null
        : new Sealed(
            seal(column.table(), column.name(), row, plain.getBytes(StandardCharsets.UTF_8)));
  }

  public String open(Column column, UUID row, Sealed sealed) {
    return sealed == null
        ? null
        : new String(
            open(column.table(), column.name(), row, sealed.bytes()), StandardCharsets.UTF_8);
  }

  public byte[] seal(String table, String column, UUID row, byte[] plain) {
    try {
      return aead.encrypt(plain, place(table, column, row));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("sealing failed", impossible);
    }
  }

  /** Opens a sealed value; another row, column or key refuses. */
  public byte[] open(String table, String column, UUID row, byte[] sealed) {
    try {
      return aead.decrypt(sealed, place(table, column, row));
    } catch (GeneralSecurityException tampered) {
      throw new KeyProblem("A sealed value of %s.%s cannot be opened.".formatted(table, column));
    }
  }

  /** Blind index of a normalised value; values of different domains never meet. */
  public byte[] index(String domain, String normalised) {
    try {
      var mac = (Mac) index.clone();
      return mac.doFinal((domain + "|" + normalised).getBytes(StandardCharsets.UTF_8));
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("HmacSHA256 cannot be copied", impossible);
    }
  }

  /** Keyed once and never used itself: each index is made by a copy. */
  private static Mac mac(byte[] key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HmacSHA256 is not there", impossible);
    }
  }

  private static byte[] place(String table, String column, UUID row) {
    return (table + "|" + column + "|" + row).getBytes(StandardCharsets.UTF_8);
  }

  private static KeysetHandle handle(KeyRing ring) throws GeneralSecurityException {
    var parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(KeyRing.KEY_BYTES)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    var builder = KeysetHandle.newBuilder();
    for (var entry : ring.encryption().entrySet()) {
      var key =
          AesGcmKey.builder()
              .setParameters(parameters)
              .setKeyBytes(SecretBytes.copyFrom(entry.getValue(), InsecureSecretKeyAccess.get()))
              .setIdRequirement(entry.getKey())
              .build();
      var imported = KeysetHandle.importKey(key);
      builder.addEntry(entry.getKey() == ring.primary() ? imported.makePrimary() : imported);
    }
    return builder.build();
  }
}
