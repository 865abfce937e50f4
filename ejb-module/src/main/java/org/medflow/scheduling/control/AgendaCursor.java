package org.medflow.scheduling.control;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.medflow.platform.error.Invalid;

/** The place of an appointment in a list as an opaque text. */
record AgendaCursor(Instant startsAt, UUID id) {

  private static final long FARTHEST = 8_000_000_000L * 1_000_000;

  String write() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, startsAt);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((micros + ":" + id).getBytes(StandardCharsets.US_ASCII));
  }

  /** The place; null for the first slice. */
  static AgendaCursor read(String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return null;
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(cursor.strip());
      var parts = new String(bytes, StandardCharsets.US_ASCII).split(":", 2);
      long micros = Long.parseLong(parts[0]);
      if (Math.abs(micros) > FARTHEST) {
        throw new IllegalArgumentException("no such instant");
      }
      return new AgendaCursor(
          Instant.EPOCH.plus(micros, ChronoUnit.MICROS), UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException broken) {
      throw Invalid.field("cursor", "bad-format");
    }
  }
}
