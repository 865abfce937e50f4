package org.medflow.visit.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.medflow.visit.entity.VisitKind;
import org.medflow.visit.entity.VisitStatus;

/** A visit in a list. */
public record VisitRow(
    UUID id,
    String number,
    UUID patientId,
    String mrn,
    String patientName,
    LocalDate day,
    VisitKind kind,
    VisitStatus status,
    String providerName,
    String complaint,
    Instant arrivedAt,
    Instant endedAt,
    String flagged)
    implements Serializable {}
