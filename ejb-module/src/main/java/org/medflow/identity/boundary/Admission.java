package org.medflow.identity.boundary;

import java.io.Serializable;
import java.util.List;

/**
 * What came of a right password.
 *
 * @param signedIn the open session, null while something is still asked
 * @param challenge stands for the right password for some minutes, null when nothing more is asked;
 *     for {@code LONGER} the token of a one-time link to a new password
 * @param factors what she can show at the second step: {@code totp}, {@code passkey}
 */
public record Admission(Step step, SignedIn signedIn, String challenge, List<String> factors)
    implements Serializable {

  /** What is asked next. */
  public enum Step {
    IN,
    CODE,
    ENROLMENT,
    /** Her password was chosen beside a factor that is gone: a longer one has to be chosen. */
    LONGER
  }

  static Admission in(SignedIn signedIn) {
    return new Admission(Step.IN, signedIn, null, List.of());
  }

  /** Logs may print it. */
  @Override
  public String toString() {
    return "Admission[" + step + "]";
  }
}
