package org.medflow.legacy.entity;

/** What a person, or a later run, made of a row that was set aside. */
public enum Resolution {
  IGNORED,
  REPLAYED,
  LINKED,
  CREATED,
  /** A later run met the same row of the source again. */
  SUPERSEDED,
  ROLLED_BACK
}
