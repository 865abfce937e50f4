package org.medflow.visit.boundary;

import java.io.Serializable;
import java.util.UUID;
import org.medflow.visit.entity.ActKind;

/**
 * A line of the clinic's price list.
 *
 * @param minor price in the smallest unit of the currency
 */
public record TariffView(
    UUID id,
    String code,
    String label,
    ActKind kind,
    String currency,
    long minor,
    boolean active,
    long version)
    implements Serializable {}
