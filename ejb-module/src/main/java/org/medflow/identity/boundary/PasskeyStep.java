package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.Challenges;
import org.medflow.identity.control.FactorQuery;
import org.medflow.identity.control.PasskeyOptions;
import org.medflow.identity.control.Passkeys;
import org.medflow.identity.control.RelyingParties;
import org.medflow.identity.control.SecondFactor;
import org.medflow.identity.control.SessionOpening;
import org.medflow.identity.control.SessionQuery.Origin;
import org.medflow.identity.control.StepRules;
import org.medflow.platform.security.Open;

/**
 * The door's second step with a passkey, for whoever has shown a right password: using one, or
 * making a first one where her clinic wants a second factor and she has none.
 */
@Stateless
public class PasskeyStep {

  private static final String REFUSED = "passkey-refused";

  @Inject StepRules rules;
  @Inject Challenges challenges;
  @Inject RelyingParties parties;
  @Inject PasskeyOptions options;
  @Inject Passkeys passkeys;
  @Inject FactorQuery factors;
  @Inject SecondFactor factor;
  @Inject SessionOpening opening;
  @Inject AuditTrail audit;

  /** What the browser asks an authenticator; empty when she has no passkey for this name. */
  @Open("the door: the challenge is the key")
  public Optional<String> offer(String challenge, Doorway doorway) {
    var user = challenges.ofCode(challenge).orElseThrow(StepRules::ended);
    return parties.of(doorway).flatMap(party -> options.toUse(user, party));
  }

  /** Opens the session for a rightly signed answer, which is used up with its challenge. */
  @Open("the door: the challenge is the key")
  public SignedIn answer(PasskeyAnswer given) {
    var user = rules.person(challenges.ofCode(given.challenge()));
    rules.knock(user, given.address());
    var party = parties.of(given.doorway());
    var found =
        party
            .map(here -> passkeys.check(user.id(), given.credential(), here))
            .orElse(Passkeys.Answer.WRONG);
    if (found != Passkeys.Answer.RIGHT) {
      var reason = found == Passkeys.Answer.CLONED ? "passkey-cloned" : REFUSED;
      throw rules.refused(user, reason, given.address());
    }
    if (!challenges.endCode(given.challenge())) {
      throw StepRules.ended();
    }
    rules.passed(user, given.address());
    return opening.open(user, new Origin(given.address(), given.agent()), "passkey");
  }

  /** What the browser asks an authenticator to make; empty when this name is not ours. */
  @Open("the door: the challenge is the key")
  public Optional<String> offerNew(String challenge, Doorway doorway) {
    var enrolling = challenges.ofEnrolment(challenge).orElseThrow(StepRules::ended);
    var user = rules.person(Optional.of(enrolling.user()));
    return parties
        .of(doorway)
        .map(party -> options.toMake(user.id(), user.who().username(), party));
  }

  /** Makes the new passkey the factor of somebody who has none. */
  @Open("the door: the challenge is the key")
  public Enrolled enrol(PasskeyAnswer given, String label) {
    var enrolling = challenges.ofEnrolment(given.challenge()).orElseThrow(StepRules::ended);
    var user = rules.person(Optional.of(enrolling.user()));
    rules.knock(user, given.address());
    if (!factors.free(user.id())) {
      throw StepRules.ended();
    }
    var made = new NewPasskey(label, given.credential(), given.doorway());
    var added =
        parties
            .of(made.doorway())
            .flatMap(party -> passkeys.add(user.id(), made, party))
            .orElseThrow(() -> rules.refused(user, REFUSED, given.address()));
    if (!challenges.endEnrolment(given.challenge())) {
      throw StepRules.ended();
    }
    rules.passed(user, given.address());
    audit.wrote("user.passkey-add", "user_passkey", List.of(added), "at-the-door");
    return new Enrolled(factor.renew(user.id()), challenges.forEntry(user.id()));
  }
}
