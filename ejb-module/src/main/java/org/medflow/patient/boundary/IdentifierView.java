package org.medflow.patient.boundary;

import java.io.Serializable;

/** An identifier as shown; {@code strong} ones belong to one person in the whole group. */
public record IdentifierView(String system, String value, boolean strong) implements Serializable {}
