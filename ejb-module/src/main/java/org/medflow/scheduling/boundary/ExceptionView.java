package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.medflow.scheduling.entity.OffKind;

/**
 * Days on which a provider is not there as her week says.
 *
 * @param starts first hour; null with {@code ends} for whole days away
 */
public record ExceptionView(
    UUID id,
    OffKind kind,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalTime starts,
    LocalTime ends,
    String reason)
    implements Serializable {}
