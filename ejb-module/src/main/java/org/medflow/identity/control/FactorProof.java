package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;

/**
 * Something of a factor in use, wanted of somebody who is in before she changes her factors: a code
 * of her authenticator, a recovery code, or what she got for presenting a passkey.
 */
@ApplicationScoped
public class FactorProof {

  @Inject UserRepository users;
  @Inject SecondFactor factor;
  @Inject Challenges challenges;
  @Inject DoorLimits door;
  @Inject AuditTrail audit;

  /** Uses the code up, or refuses. */
  public void want(UUID me, String code, String address) {
    knock(me, address);
    if (challenges.usePresented(code).filter(me::equals).isEmpty()
        && factor.use(me, code) == SecondFactor.Kind.WRONG) {
      refused(me, "wrong-code");
      throw Invalid.field("code", "wrong-code");
    }
    passed(me, address);
  }

  /** Counts an attempt. */
  public void knock(UUID me, String address) {
    door.demand(door.code(username(me), address), username(me), address);
  }

  public void passed(UUID me, String address) {
    door.codeRight(username(me), address);
  }

  public void refused(UUID me, String reason) {
    audit.shut("user.factor-refuse", List.of(me), reason, null);
  }

  public String username(UUID me) {
    return users.byId(me).orElseThrow(() -> new NotFound("not-found")).who().username();
  }
}
