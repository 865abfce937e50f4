package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.medflow.identity.control.SecondFactor.Proposal;
import org.medflow.platform.limit.OneTimeCodes;

/**
 * What stands between two steps: opaque, for some minutes, for one person. Losing it means to begin
 * again, never to be let in.
 */
@ApplicationScoped
public class Challenges {

  private static final int SECONDS = 600;
  private static final String CODE = "second-step";
  private static final String ENROLMENT = "enrolment";
  private static final String ENTRY = "entry";
  private static final String PASSKEY = "passkey";
  private static final String NEW_PASSKEY = "new-passkey";
  private static final String PRESENTED = "presented";

  @Inject OneTimeCodes codes;

  /** A person at the beginning of an enrolment and the secret proposed to her. */
  public record Enrolling(UUID user, Proposal proposal) {}

  /** For somebody with a right password, of whom a code is asked. */
  public String forCode(UUID user) {
    return codes.issue(CODE, user.toString(), SECONDS);
  }

  public Optional<UUID> ofCode(String challenge) {
    return codes.look(CODE, challenge).map(UUID::fromString);
  }

  /** Uses the challenge up; false when another was quicker. */
  public boolean endCode(String challenge) {
    return codes.take(CODE, challenge).isPresent();
  }

  public String forEnrolment(UUID user, Proposal proposal) {
    return codes.issue(ENROLMENT, user + " " + proposal.text(), SECONDS);
  }

  public Optional<Enrolling> ofEnrolment(String challenge) {
    return codes.look(ENROLMENT, challenge).map(Challenges::enrolling);
  }

  public boolean endEnrolment(String challenge) {
    return codes.take(ENROLMENT, challenge).isPresent();
  }

  /** For somebody who has just enrolled and looks at her recovery codes. */
  public String forEntry(UUID user) {
    return codes.issue(ENTRY, user.toString(), SECONDS);
  }

  public Optional<UUID> enter(String challenge) {
    return codes.take(ENTRY, challenge).map(UUID::fromString);
  }

  /** The 32 bytes, as text, that a passkey of hers is asked to sign. */
  public String forPasskey(UUID user) {
    return codes.issue(PASSKEY, user.toString(), SECONDS);
  }

  /** Who was asked to sign it; each is answered once, rightly or not. */
  public Optional<UUID> usePasskey(String challenge) {
    return codes.take(PASSKEY, challenge).map(UUID::fromString);
  }

  /** The same for a passkey that is yet to be made. */
  public String forNewPasskey(UUID user) {
    return codes.issue(NEW_PASSKEY, user.toString(), SECONDS);
  }

  public Optional<UUID> useNewPasskey(String challenge) {
    return codes.take(NEW_PASSKEY, challenge).map(UUID::fromString);
  }

  /** For somebody who is in and has just presented a passkey. */
  public String forPresented(UUID user) {
    return codes.issue(PRESENTED, user.toString(), SECONDS);
  }

  public Optional<UUID> usePresented(String code) {
    return codes.take(PRESENTED, code).map(UUID::fromString);
  }

  private static Enrolling enrolling(String text) {
    int space = text.indexOf(' ');
    return new Enrolling(
        UUID.fromString(text.substring(0, space)), Proposal.of(text.substring(space + 1)));
  }
}
