package org.medflow.scheduling.entity;

/** How much a person should be hurried; VIP is a courtesy and hurries nobody. */
public enum Priority {
  EMERGENCY,
  URGENT,
  PREGNANT,
  ELDERLY,
  HIGH,
  VIP,
  NORMAL
}
