package org.medflow.scheduling.entity;

/** The kind of work that a type of appointment belongs to. */
public enum TypeCategory {
  CONSULTATION,
  EXAM,
  IMAGING,
  PROCEDURE,
  SURGERY,
  LABORATORY,
  REFRACTION,
  EMERGENCY,
  OTHER
}
