package org.medflow.patient.boundary;

import java.io.Serializable;

/**
 * What to look for: a name in any order, a telephone, a number, an old number. Empty text lists the
 * newest first.
 *
 * @param size 5 to 100
 * @param cursor {@code next} of the slice before, null for the first
 */
public record PatientQuery(String q, int size, String cursor) implements Serializable {}
