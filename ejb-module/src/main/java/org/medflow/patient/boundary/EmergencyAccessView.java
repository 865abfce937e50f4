package org.medflow.patient.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody broke the glass.
 *
 * @param lapsesAt when the person goes out of sight again, unless she consents or it is justified
 * @param consentedAt when she agreed afterwards, else null
 * @param endedAt when she went out of sight again, else null
 * @param review null while it is open
 */
public record EmergencyAccessView(
    UUID id,
    UUID patient,
    String reason,
    UUID brokenBy,
    Instant brokenAt,
    Instant lapsesAt,
    Instant consentedAt,
    Instant endedAt,
    Review review)
    implements Serializable {

  /**
   * What somebody else thought of it.
   *
   * @param verdict {@code justified} or {@code unjustified}
   */
  public record Review(String verdict, String note, UUID by, Instant at) implements Serializable {}
}
