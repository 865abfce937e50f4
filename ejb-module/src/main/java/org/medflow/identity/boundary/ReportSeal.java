package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.medflow.identity.control.SigningKeys;
import org.medflow.platform.security.Requires;

/** Signs what must be shown later to be as it was, with the group's own key. */
@Stateless
public class ReportSeal {

  @Inject SigningKeys keys;

  /**
   * A signature.
   *
   * @param key id of the key, as tokens name it
   * @param value ES256: r and s, 32 bytes each
   */
  public record Seal(String key, byte[] value) {}

  @Requires
  public Seal over(String text) {
    var mint = keys.mint();
    return new Seal(mint.kid(), mint.sign(text.getBytes(StandardCharsets.UTF_8)));
  }
}
