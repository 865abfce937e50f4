package org.medflow.identity.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.medflow.identity.boundary.Admission;
import org.medflow.identity.boundary.SignedIn;
import org.medflow.identity.boundary.Tokens;

/**
 * What somebody at the door gets: tokens, or what is still asked.
 *
 * @param status {@code totp_required} or {@code enrolment_required}; absent with tokens
 * @param challenge to be sent with the code; absent with tokens
 * @param recoveryCodes ten, in clear for this once, to whoever has just enrolled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
    String status,
    String challenge,
    String accessToken,
    String tokenType,
    Long expiresIn,
    String refreshToken,
    String sessionExpiresAt,
    List<String> recoveryCodes) {

  static Entry of(SignedIn signedIn, Tokens got, List<String> recoveryCodes) {
    return new Entry(
        null,
        null,
        got.accessToken(),
        got.tokenType(),
        got.expiresIn(),
        got.refreshToken(),
        signedIn.expiresAt().toString(),
        recoveryCodes);
  }

  static Entry asking(Admission admission) {
    var status = admission.step() == Admission.Step.CODE ? "totp_required" : "enrolment_required";
    return new Entry(status, admission.challenge(), null, null, null, null, null, null);
  }

  /** Logs may print it. */
  @Override
  public String toString() {
    return "Entry[" + status + "]";
  }
}
