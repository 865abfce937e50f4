package org.medflow.patient.boundary;

import java.io.Serializable;

/** Counts for a board, inside the caller's clinic. */
public record RegistryFigures(long total, long registeredToday, long incomplete, long recentImports)
    implements Serializable {}
