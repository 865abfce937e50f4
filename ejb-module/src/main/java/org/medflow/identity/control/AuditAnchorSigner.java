package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.medflow.audit.boundary.AnchorSigner;

/** Anchors are signed with the key that signs tokens. */
@ApplicationScoped
class AuditAnchorSigner implements AnchorSigner {

  @Inject SigningKeys keys;

  @Override
  public Signed sign(byte[] text) {
    var mint = keys.mint();
    return new Signed(mint.kid(), mint.sign(text));
  }
}
