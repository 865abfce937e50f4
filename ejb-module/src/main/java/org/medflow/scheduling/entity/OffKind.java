package org.medflow.scheduling.entity;

/** How a day differs from the week: away, other hours, more hours. */
public enum OffKind {
  OFF,
  INSTEAD,
  EXTRA
}
