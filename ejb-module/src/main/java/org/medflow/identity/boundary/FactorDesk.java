package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.Challenges;
import org.medflow.identity.control.DoorLimits;
import org.medflow.identity.control.FactorQuery;
import org.medflow.identity.control.RecoveryCodes;
import org.medflow.identity.control.SecondFactor;
import org.medflow.identity.control.UserRepository;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/**
 * A person's own second factor: setting it up, setting it up anew, new recovery codes, giving it up
 * where her clinics leave that to her. Each wants a password shown within the last five minutes,
 * and what touches a factor in use wants a code of it as well.
 */
@Stateless
public class FactorDesk {

  @Inject UserRepository users;
  @Inject FactorQuery factors;
  @Inject SecondFactor factor;
  @Inject Challenges challenges;
  @Inject DoorLimits door;
  @Inject AuditTrail audit;

  @Requires
  public FactorView mine() {
    var me = person().id();
    var held = factors.of(me);
    int left = held.isPresent() ? factors.left(me).size() : 0;
    return new FactorView(
        held.isPresent(),
        held.map(FactorQuery.Factor::since).orElse(null),
        left,
        held.isPresent() && left < RecoveryCodes.FEW,
        factors.required(me));
  }

  /**
   * Proposes a secret; the present factor stays until a code of the new one is shown.
   *
   * @param code of the present factor, if there is one
   */
  @Requires(fresh = true)
  public Enrolment begin(String code, String address) {
    var me = person().id();
    if (factors.of(me).isPresent()) {
      prove(me, code, address);
    }
    var proposal = factor.propose();
    return new Enrolment(
        challenges.forEnrolment(me, proposal),
        factor.secret(proposal),
        factor.uri(proposal, username(me)));
  }

  /** Makes the proposal her factor; new recovery codes. */
  @Requires(fresh = true)
  public Enrolled confirm(String challenge, String code, String address) {
    var me = person().id();
    var enrolling =
        challenges
            .ofEnrolment(challenge)
            .filter(begun -> begun.user().equals(me))
            .orElseThrow(() -> new Forbidden("challenge-ended"));
    knock(me, address);
    var codes =
        factor
            .replace(me, enrolling.proposal(), code)
            .orElseThrow(() -> Invalid.field("code", "wrong-code"));
    if (!challenges.endEnrolment(challenge)) {
      throw new Forbidden("challenge-ended");
    }
    door.codeRight(username(me), address);
    audit.wrote("user.factor-enrol", "app_user", me);
    return new Enrolled(codes, null);
  }

  /** New recovery codes; the earlier ones are good no longer. */
  @Requires(fresh = true)
  public List<String> renewCodes(String code, String address) {
    var me = person().id();
    held(me);
    prove(me, code, address);
    audit.wrote("user.factor-codes", "app_user", me);
    return factor.renew(me);
  }

  @Requires(fresh = true)
  public void remove(String code, String address) {
    var me = person().id();
    held(me);
    if (factors.required(me)) {
      throw new Conflict("factor-required");
    }
    prove(me, code, address);
    factors.remove(me);
    audit.wrote("user.factor-remove", "app_user", me);
  }

  private void held(UUID me) {
    if (factors.of(me).isEmpty()) {
      throw new NotFound("not-found");
    }
  }

  private void prove(UUID me, String code, String address) {
    knock(me, address);
    if (factor.use(me, code) == SecondFactor.Kind.WRONG) {
      audit.shut("user.factor-refuse", List.of(me), "wrong-code");
      throw Invalid.field("code", "wrong-code");
    }
    door.codeRight(username(me), address);
  }

  private void knock(UUID me, String address) {
    door.demand(door.code(username(me), address), username(me), address);
  }

  private String username(UUID me) {
    return users.byId(me).orElseThrow(() -> new NotFound("not-found")).who().username();
  }

  private static Actor person() {
    var actor = Actors.current();
    if (actor.kind() != Actor.Kind.USER) {
      throw new Forbidden("forbidden");
    }
    return actor;
  }
}
