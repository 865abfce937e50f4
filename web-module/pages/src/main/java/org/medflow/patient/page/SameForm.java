package org.medflow.patient.page;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.medflow.platform.idempotency.IdempotencyKey;

/** Makes a form that is sent twice, by a double click or a lost answer, one registration. */
record SameForm(UUID page) implements Serializable {

  private static final String ROUTE = "PAGE /patients/nouveau";
  private static final int SHORT = 8;

  /** The same page with the same content gives the same key. */
  IdempotencyKey key(Record content) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(content.toString().getBytes(StandardCharsets.UTF_8));
      return new IdempotencyKey(page + "-" + HexFormat.of().formatHex(hash, 0, SHORT), ROUTE, hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
