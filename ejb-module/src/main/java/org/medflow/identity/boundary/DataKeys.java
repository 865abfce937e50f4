package org.medflow.identity.boundary;

import static org.medflow.platform.security.Permission.MANAGE_SYSTEM;
import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.security.Open;
import org.medflow.platform.security.Requires;
import org.medflow.platform.vault.Resealing;
import org.medflow.platform.vault.Resealing.Step;

/**
 * The keys that seal personal values (decision 0018). A new key seals from the start that names it;
 * what older keys have sealed is sealed anew on demand, and a key that nothing needs any more may
 * then be taken away.
 */
@Stateless
public class DataKeys {

  @Inject Resealing resealing;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** How it stands by the last count. */
  @Requires({MANAGE_SYSTEM, OPERATE_SYSTEM})
  public KeysView look() {
    return KeysView.of(resealing.state(), resealing.running(), clock.instant());
  }

  /** The same after counting every value. */
  @Requires({MANAGE_SYSTEM, OPERATE_SYSTEM})
  public KeysView count() {
    told(resealing.count());
    return look();
  }

  /** Begins to seal with the present key what others have sealed; the worker does it. */
  @Requires({MANAGE_SYSTEM, OPERATE_SYSTEM})
  public KeysView reencrypt() {
    if (resealing.running()) {
      throw new Conflict("keys-running");
    }
    if (!resealing.begin()) {
      throw new Conflict("keys-current");
    }
    audit.wrote("keys.reencrypt", "key_check", List.of(), null);
    return look();
  }

  /** Looks whether a node has gone on sealing with a key that was thought to be done with. */
  @Open("called by the worker's clock")
  public void recount(String holder) {
    told(resealing.recount(holder));
  }

  private void told(boolean undone) {
    if (undone) {
      audit.wrote("keys.reencrypt", "key_check", List.of(), "old-key-seals");
    }
  }

  /** One batch; whether there is more to do at once. */
  @Open("called by the worker's clock")
  public boolean step(String holder) {
    var step = resealing.step(holder);
    if (step == Step.FINISHED) {
      audit.wrote("keys.reencrypted", "key_check", List.of(), null);
    }
    return step == Step.MORE;
  }
}
