package org.medflow.audit.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.medflow.audit.boundary.AnchorSigner.Signed;
import org.medflow.audit.control.Anchor;
import org.medflow.audit.control.AuditSealQuery;
import org.medflow.platform.security.Open;

/** The chain of hashes over the audit rows (decision 0014). */
@Stateless
public class AuditChain {

  private static final int BLOCK = 1_000;
  private static final int BLOCKS = 20;

  @Inject AuditSealQuery seals;
  @Inject Instance<AnchorSigner> signers;
  @Inject Clock clock;

  /** An anchor that is due, signed. */
  public record Due(Anchor anchor, Signed signed) {
    public String line() {
      return anchor.line(signed);
    }
  }

  /** Seals the committed rows that are not sealed yet, some thousands at most. */
  @Open("called by the sealer's clock")
  public void seal() {
    int blocks = 0;
    while (blocks < BLOCKS && seals.seal(BLOCK) == BLOCK) {
      blocks++;
    }
  }

  /** For how long the oldest row has waited for its seal; 0 when all are sealed. */
  @Open("a figure without content")
  public double unsealedSeconds() {
    return seals.unsealedSeconds();
  }

  /** The end of the chain, signed, when the last anchor is old enough. */
  @Open("called by the sealer's clock")
  public Optional<Due> due() {
    var signer = signers.get();
    return seals
        .toAnchor()
        .map(Anchor::new)
        .map(anchor -> new Due(anchor, signer.sign(anchor.bytes())));
  }

  /** The anchor is outside the database; now it is noted inside too. */
  @Open("called by the sealer's clock")
  public void anchored(Due due) {
    seals.anchored(due.anchor().head(), clock.instant(), due.signed());
  }
}
