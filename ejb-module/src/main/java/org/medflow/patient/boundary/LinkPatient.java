package org.medflow.patient.boundary;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Asks to see a person whom another clinic of the group knows.
 *
 * @param identifier a strong number of hers, exactly
 * @param basis {@code consent} or {@code break-glass}
 * @param consent what she agreed to and when, for {@code consent}
 * @param reason why it could not wait, at least 15 characters, for {@code break-glass}
 */
public record LinkPatient(IdentifierInput identifier, String basis, Consent consent, String reason)
    implements Serializable {

  /** Her consent. */
  public record Consent(String text, LocalDate date) implements Serializable {}

  public static LinkPatient byConsent(IdentifierInput identifier, String text, LocalDate date) {
    return new LinkPatient(identifier, "consent", new Consent(text, date), null);
  }

  public static LinkPatient breakGlass(IdentifierInput identifier, String reason) {
    return new LinkPatient(identifier, "break-glass", null, reason);
  }
}
