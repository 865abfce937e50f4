package org.medflow.canary;

/**
 * A personal value with a mark in it that occurs nowhere else.
 *
 * @param core the mark alone: whatever becomes of the rest of the value, it is looked for
 * @param kept where it may be found in the end
 */
public record Canary(String what, String value, String core, Kept kept) {

  /** Where a value may be at rest. */
  public enum Kept {
    /** In clear in the tables of its room: names, quarters, what a person gave as a reason. */
    CLEAR,
    /** Sealed or hashed, or not at all. */
    NOWHERE
  }
}
