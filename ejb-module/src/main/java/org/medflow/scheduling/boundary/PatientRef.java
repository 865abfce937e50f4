package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.util.UUID;

/** The patient of a row, as lists show her. */
public record PatientRef(UUID id, String mrn, String displayName) implements Serializable {}
