package org.medflow.visit.entity;

/** What an act is. */
public enum ActKind {
  CONSULTATION,
  PROCEDURE,
  EXAMINATION,
  IMAGING,
  LABORATORY,
  THERAPY
}
