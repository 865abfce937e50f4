package org.medflow.identity.boundary;

import java.io.Serializable;

/**
 * Which accounts are looked for.
 *
 * @param text words of name or username; null or blank for everybody
 * @param active null for both
 * @param cursor of the slice before, null for the first
 * @param size 5 to 100
 */
public record StaffFilter(String text, Boolean active, String cursor, int size)
    implements Serializable {}
