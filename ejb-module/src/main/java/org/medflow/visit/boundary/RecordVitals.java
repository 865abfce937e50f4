package org.medflow.visit.boundary;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * Measures of one moment; what was not measured is null.
 *
 * @param systolic mmHg
 * @param diastolic mmHg
 * @param pulse beats a minute
 * @param temperature °C
 * @param breaths a minute
 * @param saturation oxygen, percent
 * @param weight kg
 * @param height cm
 * @param glucose mmol/l
 */
public record RecordVitals(
    Integer systolic,
    Integer diastolic,
    Integer pulse,
    BigDecimal temperature,
    Integer breaths,
    Integer saturation,
    BigDecimal weight,
    BigDecimal height,
    BigDecimal glucose,
    String note)
    implements Serializable {}
