package org.medflow.legacy.boundary;

import java.io.Serializable;

/**
 * Starts an import.
 *
 * @param source {@code csv:DIR}, a folder on the server with exported tables, or {@code
 *     carevision}, the SQL Server of the settings
 * @param clinic code of the clinic that the rows belong to
 * @param dryRun whether only to tell what would happen
 */
public record StartImport(String source, String clinic, boolean dryRun) implements Serializable {}
