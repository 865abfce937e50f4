package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import org.medflow.scheduling.entity.OffKind;

/** Says that some days will not be as the week says; {@code lastDay} null for one day only. */
public record AddException(
    OffKind kind,
    LocalDate firstDay,
    LocalDate lastDay,
    LocalTime starts,
    LocalTime ends,
    String reason)
    implements Serializable {}
