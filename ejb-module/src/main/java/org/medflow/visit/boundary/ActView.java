package org.medflow.visit.boundary;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.medflow.visit.entity.ActKind;
import org.medflow.visit.entity.ActState;
import org.medflow.visit.entity.Eye;

/**
 * An act of a visit.
 *
 * @param minor price of one, taken from the price list when it was added
 */
public record ActView(
    UUID id,
    UUID visitId,
    String code,
    String label,
    ActKind kind,
    Eye eye,
    int quantity,
    String currency,
    long minor,
    ActState state,
    Instant addedAt,
    String addedBy,
    long version)
    implements Serializable {}
