package org.medflow.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.medflow.audit.boundary.AnchorSigner.Signed;
import org.medflow.platform.store.Rows;

/** The chain over the audit rows, through the functions of its owner. */
@ApplicationScoped
public class AuditSealQuery {

  @Inject Rows rows;

  /** The end of the chain. */
  public record Head(long block, byte[] hash) {}

  /** Seals the next rows, at most so many; how many there were. */
  public int seal(int most) {
    return rows.first("select medflow.audit_seal(?)", row -> row.getInt(1), most).orElse(0);
  }

  public double unsealedSeconds() {
    return rows.first("select medflow.audit_unsealed_seconds()", row -> row.getDouble(1))
        .orElse(0.0);
  }

  /** The end of the chain, when no anchor holds it yet. */
  public Optional<Head> toAnchor() {
    return rows.first(
        "select no, hash from medflow.audit_to_anchor()",
        row -> new Head(row.getLong(1), row.getBytes(2)));
  }

  public void anchored(Head head, Instant at, Signed signed) {
    rows.list(
        "select medflow.audit_anchored(?, ?, ?, ?, ?)",
        row -> 1,
        head.block(),
        head.hash(),
        at,
        signed.key(),
        signed.signature());
  }
}
