package org.medflow.visit.boundary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Measures as they were taken, in the units of {@link RecordVitals}.
 *
 * @param bmi kg/m², from the weight and height of the same moment; null when one is missing
 * @param wrongReason why they count no more, null while they do
 */
public record VitalsView(
    UUID id,
    UUID visitId,
    UUID patientId,
    RecordVitals values,
    BigDecimal bmi,
    Instant takenAt,
    String takenBy,
    String wrongReason)
    implements Serializable {}
