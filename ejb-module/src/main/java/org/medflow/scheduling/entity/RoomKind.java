package org.medflow.scheduling.entity;

/** What a room is made for. */
public enum RoomKind {
  CONSULTATION,
  EXAMINATION,
  PROCEDURE,
  SURGERY,
  WAITING,
  TRIAGE,
  LABORATORY,
  IMAGING,
  PHARMACY,
  RECEPTION,
  OPHTHALMOLOGY,
  ORTHOPTIC,
  EMERGENCY
}
