package org.medflow.visit.boundary;

import java.io.Serializable;

/**
 * A code that a diagnosis may have.
 *
 * @param eye whether a diagnosis of this code must name the eye
 */
public record DiagnosisCode(
    String system, String code, String labelFr, String labelEn, boolean eye, boolean active)
    implements Serializable {}
