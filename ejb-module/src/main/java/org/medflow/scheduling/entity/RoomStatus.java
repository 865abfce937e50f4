package org.medflow.scheduling.entity;

/** Whether somebody can be brought into a room. */
public enum RoomStatus {
  AVAILABLE,
  OCCUPIED,
  CLEANING,
  MAINTENANCE,
  RESERVED,
  CLOSED
}
