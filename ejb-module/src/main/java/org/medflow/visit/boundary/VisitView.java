package org.medflow.visit.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.medflow.visit.entity.Eye;
import org.medflow.visit.entity.Visit;
import org.medflow.visit.entity.VisitKind;
import org.medflow.visit.entity.VisitStatus;

/**
 * A visit as it stands.
 *
 * @param coverage percent of the convention, frozen at the arrival
 * @param flagged why somebody should look at it: OVERDUE_START, OVERDUE_END or null
 * @param heldBy who writes in it now, until {@code heldTill}
 */
public record VisitView(
    UUID id,
    String number,
    UUID patientId,
    UUID appointmentId,
    LocalDate day,
    VisitKind kind,
    VisitStatus status,
    UUID providerId,
    String complaint,
    Eye complaintEye,
    String convention,
    Integer coverage,
    String beneficiary,
    Instant arrivedAt,
    Instant startedAt,
    Instant endedAt,
    String endReason,
    String flagged,
    UUID heldBy,
    Instant heldTill,
    long version)
    implements Serializable {

  static VisitView of(Visit visit) {
    var facts = visit.facts();
    var times = visit.times();
    return new VisitView(
        visit.id(),
        visit.number(),
        visit.patient(),
        visit.appointment(),
        visit.day(),
        facts.kind(),
        visit.status(),
        visit.provider(),
        facts.complaint(),
        facts.eye(),
        visit.cover().convention(),
        visit.cover().percent(),
        visit.cover().beneficiary(),
        times.arrived(),
        times.started(),
        times.ended(),
        facts.endReason(),
        facts.flagged(),
        visit.lease().by(),
        visit.lease().till(),
        visit.version());
  }
}
