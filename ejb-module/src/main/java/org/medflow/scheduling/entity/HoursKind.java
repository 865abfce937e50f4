package org.medflow.scheduling.entity;

/** A line of a provider's week. */
public enum HoursKind {
  SHIFT,
  BREAK
}
