package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** The hours of one provider on one day; empty when she is away. */
public record DayOpen(UUID providerId, List<Hours> hours) implements Serializable {

  /** From one hour to another, the end not included. */
  public record Hours(LocalTime from, LocalTime till) implements Serializable {}
}
