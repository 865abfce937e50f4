package org.medflow.visit.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.medflow.visit.entity.Eye;
import org.medflow.visit.entity.ProblemRank;
import org.medflow.visit.entity.ProblemState;

/** A line of the problem list. */
public record ProblemView(
    UUID id,
    UUID patientId,
    UUID visitId,
    String code,
    String label,
    Eye eye,
    ProblemRank rank,
    ProblemState state,
    LocalDate since,
    String note,
    Instant notedAt,
    String notedBy,
    Instant closedAt,
    String closeNote,
    long version)
    implements Serializable {}
