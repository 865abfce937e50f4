package org.medflow.legacy.boundary;

import java.io.Serializable;

/**
 * Starts an import.
 *
 * @param source {@code csv:DIR}, a folder on the server that holds LV_Patients.csv
 * @param clinic code of the clinic that the rows belong to
 */
public record StartImport(String source, String clinic, boolean dryRun) implements Serializable {}
