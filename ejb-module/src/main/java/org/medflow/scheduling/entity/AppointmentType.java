package org.medflow.scheduling.entity;

/** What an appointment is for. */
public enum AppointmentType {
  CONSULTATION,
  FOLLOW_UP,
  EMERGENCY,
  REFRACTION,
  SURGERY,
  PROCEDURE,
  OPHTHALMOLOGY,
  IMAGING
}
