package org.medflow.legacy.entity;

/** What became of one row of an older system; every row that was read has exactly one. */
public enum Outcome {
  CREATED,
  UPDATED,
  UNCHANGED,
  /** What it belongs to has not come in. */
  ORPHAN,
  INVALID,
  /** Left to a person. */
  REVIEW,
  ERROR
}
