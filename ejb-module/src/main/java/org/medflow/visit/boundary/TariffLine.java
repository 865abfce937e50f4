package org.medflow.visit.boundary;

import java.io.Serializable;
import org.medflow.visit.entity.ActKind;

/** What a line of the price list is to say. */
public record TariffLine(
    String code, String label, ActKind kind, String currency, Long minor, Boolean active)
    implements Serializable {}
