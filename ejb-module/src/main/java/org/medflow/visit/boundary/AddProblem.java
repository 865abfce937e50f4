package org.medflow.visit.boundary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.medflow.visit.entity.Eye;
import org.medflow.visit.entity.ProblemRank;

/**
 * A problem of a patient.
 *
 * @param visitId in which visit it was found, null for none
 * @param since when it began, as far as that is known
 */
public record AddProblem(
    String code, Eye eye, ProblemRank rank, LocalDate since, String note, UUID visitId)
    implements Serializable {}
