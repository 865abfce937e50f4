package org.medflow.legacy.boundary;

import java.io.Serializable;

/**
 * A code of an older system and what it means here.
 *
 * @param code as the source writes it; {@code *} stands for every code that is not listed
 * @param meaning one of our own codes; null for a code that was met and is not listed
 * @param rows how often an unlisted code was met, 0 for a listed one
 */
public record LegacyCode(
    String system, String table, String column, String code, String meaning, long rows)
    implements Serializable {}
