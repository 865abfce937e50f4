package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.Challenges;
import org.medflow.identity.control.FactorProof;
import org.medflow.identity.control.FactorQuery;
import org.medflow.identity.control.RecoveryCodes;
import org.medflow.identity.control.SecondFactor;
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

  @Inject FactorQuery factors;
  @Inject SecondFactor factor;
  @Inject Challenges challenges;
  @Inject FactorProof proof;
  @Inject AuditTrail audit;

  @Requires
  public FactorView mine() {
    var me = person().id();
    boolean enrolled = !factors.kinds(me).isEmpty();
    int left = factors.left(me).size();
    return new FactorView(
        enrolled,
        factors.of(me).map(FactorQuery.Factor::since).orElse(null),
        left,
        enrolled && left < RecoveryCodes.FEW,
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
    if (!factors.kinds(me).isEmpty()) {
      proof.want(me, code, address);
    }
    var proposal = factor.propose();
    return new Enrolment(
        challenges.forEnrolment(me, proposal),
        factor.secret(proposal),
        factor.uri(proposal, proof.username(me)));
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
    proof.knock(me, address);
    factors.hold(me);
    var codes =
        factor
            .replace(me, enrolling.proposal(), code)
            .orElseThrow(() -> Invalid.field("code", "wrong-code"));
    if (!challenges.endEnrolment(challenge)) {
      throw new Forbidden("challenge-ended");
    }
    proof.passed(me, address);
    audit.wrote("user.factor-enrol", "app_user", me);
    return new Enrolled(codes, null);
  }

  /** New recovery codes; the earlier ones are good no longer. */
  @Requires(fresh = true)
  public List<String> renewCodes(String code, String address) {
    var me = person().id();
    if (factors.kinds(me).isEmpty()) {
      throw new NotFound("not-found");
    }
    proof.want(me, code, address);
    audit.wrote("user.factor-codes", "app_user", me);
    return factor.renew(me);
  }

  @Requires(fresh = true)
  public void remove(String code, String address) {
    var me = person().id();
    factors.hold(me);
    if (factors.of(me).isEmpty()) {
      throw new NotFound("not-found");
    }
    if (factors.required(me) && factors.kinds(me).size() == 1) {
      throw new Conflict("factor-required");
    }
    proof.want(me, code, address);
    factors.remove(me);
    factors.sweep(me);
    audit.wrote("user.factor-remove", "app_user", me);
  }

  private static Actor person() {
    var actor = Actors.current();
    if (actor.kind() != Actor.Kind.USER) {
      throw new Forbidden("forbidden");
    }
    return actor;
  }
}
