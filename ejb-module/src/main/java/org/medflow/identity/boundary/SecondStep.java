package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.Challenges;
import org.medflow.identity.control.Challenges.Enrolling;
import org.medflow.identity.control.FactorQuery;
import org.medflow.identity.control.SecondFactor;
import org.medflow.identity.control.SessionOpening;
import org.medflow.identity.control.SessionQuery.Origin;
import org.medflow.identity.control.StepRules;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.security.Open;

/**
 * The door's second step, for whoever has shown a right password: a code of her authenticator or a
 * recovery code, or, where she has none and her clinic wants one, setting one up. Nobody comes here
 * without the challenge of the first step, and a wrong code counts like a wrong password.
 */
@Stateless
public class SecondStep {

  @Inject StepRules rules;
  @Inject Challenges challenges;
  @Inject FactorQuery factors;
  @Inject SecondFactor factor;
  @Inject SessionOpening opening;
  @Inject AuditTrail audit;

  /** Opens the session for a good code, which is used up with its challenge. */
  @Open("the door: the challenge is the key")
  public SignedIn answer(SecondCode given) {
    var user = rules.person(challenges.ofCode(given.challenge()));
    rules.knock(user, given.address());
    var kind = factor.use(user.id(), given.code());
    if (kind == SecondFactor.Kind.WRONG) {
      throw wrong(user, given);
    }
    if (!challenges.endCode(given.challenge())) {
      throw StepRules.ended();
    }
    rules.passed(user, given.address());
    return open(user, given, kind == SecondFactor.Kind.RECOVERY ? "recovery-code" : null);
  }

  /** The secret that was proposed with this challenge. */
  @Open("the door: the challenge is the key")
  public Enrolment enrolment(String challenge) {
    var enrolling = enrolling(challenge);
    var user = rules.person(Optional.of(enrolling.user()));
    var proposal = enrolling.proposal();
    return new Enrolment(
        challenge, factor.secret(proposal), factor.uri(proposal, user.who().username()));
  }

  /** Makes the proposal the person's factor, once she shows a code made with it. */
  @Open("the door: the challenge is the key")
  public Enrolled enrol(SecondCode given) {
    var enrolling = enrolling(given.challenge());
    var user = rules.person(Optional.of(enrolling.user()));
    rules.knock(user, given.address());
    if (!factors.free(user.id())) {
      throw StepRules.ended();
    }
    var codes =
        factor
            .confirm(user.id(), enrolling.proposal(), given.code())
            .orElseThrow(() -> wrong(user, given));
    if (!challenges.endEnrolment(given.challenge())) {
      throw StepRules.ended();
    }
    rules.passed(user, given.address());
    audit.wrote("user.factor-enrol", "app_user", List.of(user.id()), "at-the-door");
    return new Enrolled(codes, challenges.forEntry(user.id()));
  }

  /** Opens the session of somebody who has enrolled. */
  @Open("the door: the challenge is the key")
  public SignedIn enter(SecondCode given) {
    var user = rules.person(challenges.enter(given.challenge()));
    return open(user, given, null);
  }

  private SignedIn open(AppUser user, SecondCode given, String how) {
    return opening.open(user, new Origin(given.address(), given.agent()), how);
  }

  private Enrolling enrolling(String challenge) {
    return challenges.ofEnrolment(challenge).orElseThrow(StepRules::ended);
  }

  private Forbidden wrong(AppUser user, SecondCode given) {
    return rules.refused(user, "wrong-code", given.address());
  }
}
