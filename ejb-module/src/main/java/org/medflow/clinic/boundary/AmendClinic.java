package org.medflow.clinic.boundary;

import java.io.Serializable;

/**
 * Changes of a clinic: what is null stays, an empty street, phone or e-mail is removed.
 *
 * @param kind {@code main}, {@code satellite}, {@code mobile}, {@code partner} or {@code depot}
 * @param status {@code active}, {@code inactive} or {@code temporarily_closed}
 * @param secondFactor {@code required} or {@code optional}
 */
public record AmendClinic(
    String name,
    String city,
    String timeZone,
    String kind,
    String status,
    String street,
    String phone,
    String email,
    String secondFactor)
    implements Serializable {

  /** Only whether a second factor is wanted. */
  public static AmendClinic secondFactor(String choice) {
    return new AmendClinic(null, null, null, null, null, null, null, null, choice);
  }
}
