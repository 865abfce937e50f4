package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.Challenges;
import org.medflow.identity.control.Challenges.Enrolling;
import org.medflow.identity.control.DoorLimits;
import org.medflow.identity.control.SecondFactor;
import org.medflow.identity.control.SessionOpening;
import org.medflow.identity.control.SessionQuery.Origin;
import org.medflow.identity.control.UserRepository;
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

  @Inject UserRepository users;
  @Inject Challenges challenges;
  @Inject SecondFactor factor;
  @Inject SessionOpening opening;
  @Inject DoorLimits door;
  @Inject AuditTrail audit;

  /** Opens the session for a good code, which is used up with its challenge. */
  @Open("the door: the challenge is the key")
  public SignedIn answer(SecondCode given) {
    var user = person(challenges.ofCode(given.challenge()).orElseThrow(SecondStep::ended));
    knock(user, given.address());
    var kind = factor.use(user.id(), given.code());
    if (kind == SecondFactor.Kind.WRONG) {
      throw wrong(user);
    }
    if (!challenges.endCode(given.challenge())) {
      throw ended();
    }
    door.codeRight(user.who().username(), given.address());
    return open(user, given, kind == SecondFactor.Kind.RECOVERY ? "recovery-code" : null);
  }

  /** The secret that was proposed with this challenge. */
  @Open("the door: the challenge is the key")
  public Enrolment enrolment(String challenge) {
    var enrolling = enrolling(challenge);
    var user = person(enrolling.user());
    var proposal = enrolling.proposal();
    return new Enrolment(
        challenge, factor.secret(proposal), factor.uri(proposal, user.who().username()));
  }

  /** Makes the proposal the person's factor, once she shows a code made with it. */
  @Open("the door: the challenge is the key")
  public Enrolled enrol(SecondCode given) {
    var enrolling = enrolling(given.challenge());
    var user = person(enrolling.user());
    knock(user, given.address());
    var codes =
        factor
            .confirm(user.id(), enrolling.proposal(), given.code())
            .orElseThrow(() -> wrong(user));
    if (!challenges.endEnrolment(given.challenge())) {
      throw ended();
    }
    door.codeRight(user.who().username(), given.address());
    audit.wrote("user.factor-enrol", "app_user", List.of(user.id()), "at-the-door");
    return new Enrolled(codes, challenges.forEntry(user.id()));
  }

  /** Opens the session of somebody who has enrolled. */
  @Open("the door: the challenge is the key")
  public SignedIn enter(SecondCode given) {
    var user = person(challenges.enter(given.challenge()).orElseThrow(SecondStep::ended));
    return open(user, given, null);
  }

  private SignedIn open(AppUser user, SecondCode given, String how) {
    return opening.open(user, new Origin(given.address(), given.agent()), how);
  }

  private Enrolling enrolling(String challenge) {
    return challenges.ofEnrolment(challenge).orElseThrow(SecondStep::ended);
  }

  private AppUser person(UUID id) {
    return users.byId(id).filter(AppUser::active).orElseThrow(SecondStep::ended);
  }

  private void knock(AppUser user, String address) {
    var answer = door.code(user.who().username(), address);
    if (answer == DoorLimits.Door.CLOSING) {
      audit.shut("session.refuse", List.of(user.id()), "too-many-attempts");
    }
    door.demand(answer, user.who().username(), address);
  }

  private Forbidden wrong(AppUser user) {
    audit.shut("session.refuse", List.of(user.id()), "wrong-code");
    return new Forbidden("wrong-code");
  }

  private static Forbidden ended() {
    return new Forbidden("challenge-ended");
  }
}
