package org.medflow.legacy.entity;

/** Where an import run stands; only the first two hold its source. */
public enum RunStatus {
  STARTING,
  RUNNING,
  COMPLETED,
  FAILED
}
