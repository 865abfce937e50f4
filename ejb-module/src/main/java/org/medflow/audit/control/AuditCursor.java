package org.medflow.audit.control;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.medflow.audit.boundary.AuditRow;
import org.medflow.platform.error.Invalid;

/** The place behind a row as a text: microseconds and id. */
public record AuditCursor(Instant at, UUID id) {

  public static String after(AuditRow row) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, row.at()) + "_" + row.id();
  }

  /** Null for none. */
  public static AuditCursor read(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      var parts = text.split("_", 2);
      var at = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
      return new AuditCursor(at, UUID.fromString(parts[1]));
    } catch (IllegalArgumentException
        | ArithmeticException
        | java.time.DateTimeException
        | ArrayIndexOutOfBoundsException broken) {
      throw Invalid.field("cursor", "bad-format");
    }
  }
}
