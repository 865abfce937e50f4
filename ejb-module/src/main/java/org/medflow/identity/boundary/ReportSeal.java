package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.medflow.identity.control.SigningKeyQuery;
import org.medflow.identity.control.SigningKeys;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Requires;

/** Signs what must be shown later to be as it was, with the group's own key. */
@Stateless
public class ReportSeal {

  @Inject SigningKeys keys;
  @Inject SigningKeyQuery stored;

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

  /** The public half of a key as PEM, retired ones too, for whoever verifies a seal without us. */
  @Requires
  public String publicKey(String kid) {
    var der = stored.publicDer(kid).orElseThrow(() -> new NotFound("not-found"));
    var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
  }
}
