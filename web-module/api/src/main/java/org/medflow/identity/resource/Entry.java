package org.medflow.identity.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.medflow.identity.boundary.Admission;
import org.medflow.identity.boundary.SignedIn;
import org.medflow.identity.boundary.Tokens;

/**
 * What somebody at the door gets: tokens, or what is still asked.
 *
 * @param status {@code totp_required}, {@code passkey_required}, {@code enrolment_required} or
 *     {@code longer_password_required}; absent with tokens
 * @param factors what she has of {@code totp} and {@code passkey}, when one of them is asked
 * @param challenge to be sent with the code, or as the token with a longer password; absent with
 *     tokens
 * @param recoveryCodes ten, in clear for this once, to whoever has just enrolled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
    String status,
    String challenge,
    List<String> factors,
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
        null,
        got.accessToken(),
        got.tokenType(),
        got.expiresIn(),
        got.refreshToken(),
        signedIn.expiresAt().toString(),
        recoveryCodes);
  }

  static Entry asking(Admission admission) {
    boolean code = admission.step() == Admission.Step.CODE;
    var factors = code ? admission.factors() : null;
    return new Entry(
        status(admission), admission.challenge(), factors, null, null, null, null, null, null);
  }

  private static String status(Admission admission) {
    if (admission.step() != Admission.Step.CODE) {
      boolean enrolment = admission.step() == Admission.Step.ENROLMENT;
      return enrolment ? "enrolment_required" : "longer_password_required";
    }
    return admission.factors().contains("totp") ? "totp_required" : "passkey_required";
  }

  /** Logs may print it. */
  @Override
  public String toString() {
    return "Entry[" + status + "]";
  }
}
