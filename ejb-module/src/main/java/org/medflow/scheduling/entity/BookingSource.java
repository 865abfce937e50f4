package org.medflow.scheduling.entity;

/** How an appointment came about. */
public enum BookingSource {
  DESK,
  PHONE,
  WEB,
  WALK_IN,
  REFERRAL,
  RECURRING,
  WAITING_LIST,
  LEGACY
}
