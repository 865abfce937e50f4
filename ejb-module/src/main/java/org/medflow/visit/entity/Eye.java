package org.medflow.visit.entity;

/** The right eye (OD), the left eye (OS), both (OU). */
public enum Eye {
  OD,
  OS,
  OU
}
