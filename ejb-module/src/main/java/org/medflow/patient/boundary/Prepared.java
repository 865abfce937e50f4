package org.medflow.patient.boundary;

import java.util.UUID;
import org.medflow.patient.control.BulkRow;
import org.medflow.platform.error.FieldError;

/** A newcomer whose values were checked and sealed, ready to be registered. */
public final class Prepared {

  private final BulkRow row;
  private final FieldError broken;

  private Prepared(BulkRow row, FieldError broken) {
    this.row = row;
    this.broken = broken;
  }

  static Prepared of(BulkRow row) {
    return new Prepared(row, null);
  }

  static Prepared broken(FieldError first) {
    return new Prepared(null, first);
  }

  /** The same when a person has said that nobody already registered is this one. */
  public Prepared surely() {
    return row == null ? this : new Prepared(row.surely(), null);
  }

  boolean holds() {
    return row != null;
  }

  BulkRow row() {
    return row;
  }

  UUID id() {
    return row.id();
  }

  /** The first of her values that is broken; null when none is. */
  FieldError broken() {
    return broken;
  }
}
