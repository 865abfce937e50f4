package org.medflow.scheduling.entity;

/** Who called an appointment off. */
public enum CancelledSide {
  PATIENT,
  CLINIC
}
