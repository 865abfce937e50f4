package org.medflow.audit.control;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.medflow.audit.boundary.AnchorSigner.Signed;
import org.medflow.audit.control.AuditSealQuery.Head;

/** What is signed of the chain's end, and the line that is kept of it outside the database. */
public record Anchor(Head head) {

  /** {@code medflow audit block 12 3fa0…}: the number of the block and its hash. */
  public String text() {
    var hash = HexFormat.of().formatHex(head.hash());
    return "medflow audit block %d %s".formatted(head.block(), hash);
  }

  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /** The text, the key's id and the signature in base64url, with blanks between. */
  public String line(Signed signed) {
    var signature = Base64.getUrlEncoder().withoutPadding().encodeToString(signed.signature());
    return text() + " " + signed.key() + " " + signature;
  }
}
