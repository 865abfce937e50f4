package org.medflow.legacy.boundary;

import java.io.Serializable;
import org.medflow.legacy.entity.Outcome;

/** Rows by outcome. */
public record Counts(
    long created, long updated, long unchanged, long orphan, long invalid, long review, long error)
    implements Serializable {

  public long total() {
    return created + updated + unchanged + orphan + invalid + review + error;
  }

  /** Rows that wait for a person or for what they belong to. */
  public long aside() {
    return orphan + invalid + review + error;
  }

  public long of(Outcome outcome) {
    return switch (outcome) {
      case CREATED -> created;
      case UPDATED -> updated;
      case UNCHANGED -> unchanged;
      case ORPHAN -> orphan;
      case INVALID -> invalid;
      case REVIEW -> review;
      case ERROR -> error;
    };
  }
}
