package org.medflow.visit.entity;

/** What a visit is for. */
public enum VisitKind {
  ROUTINE,
  EMERGENCY,
  FOLLOW_UP,
  INITIAL,
  PROCEDURE,
  CONSULTATION
}
