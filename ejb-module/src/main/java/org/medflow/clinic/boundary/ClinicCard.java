package org.medflow.clinic.boundary;

import java.io.Serializable;
import java.util.UUID;
import org.medflow.clinic.entity.Clinic;

/**
 * A clinic with everything about it, for whoever runs the group.
 *
 * @param version for the next change
 * @param kind {@code main}, {@code satellite}, {@code mobile}, {@code partner} or {@code depot}
 * @param status {@code active}, {@code inactive} or {@code temporarily_closed}
 * @param secondFactor {@code required} or {@code optional}
 */
public record ClinicCard(
    UUID id,
    long version,
    String code,
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

  static ClinicCard of(Clinic clinic) {
    var now = clinic.particulars();
    return new ClinicCard(
        clinic.id(),
        clinic.version(),
        clinic.address().code(),
        now.name(),
        now.city(),
        now.timeZone(),
        now.kind(),
        now.status(),
        now.street(),
        now.phone(),
        now.email(),
        now.secondFactor());
  }
}
