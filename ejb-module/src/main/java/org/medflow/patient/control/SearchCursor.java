package org.medflow.patient.control;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.medflow.patient.control.PatientSearchQuery.After;
import org.medflow.platform.error.Invalid;

/** The place of a row in a list as an opaque text. */
final class SearchCursor {

  private static final int MICROS = 1_000_000;
  private static final int NANOS = 1_000;

  private SearchCursor() {}

  static String write(After place) {
    var text =
        place.linked() == null
            ? "s:" + place.score() + ":" + place.id()
            : "n:" + micros(place.linked()) + ":" + place.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  static After read(String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return After.NOTHING;
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(cursor.strip());
      var parts = new String(bytes, StandardCharsets.US_ASCII).split(":", 3);
      var id = UUID.fromString(parts[2]);
      return parts[0].equals("s")
          ? new After(Integer.valueOf(parts[1]), null, id)
          : new After(null, instant(Long.parseLong(parts[1])), id);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException broken) {
      throw Invalid.field("cursor", "bad-format");
    }
  }

  static After scored(After after) {
    return refuseMixed(after, after.linked() != null);
  }

  static After linked(After after) {
    return refuseMixed(after, after.score() != null);
  }

  private static After refuseMixed(After after, boolean mixed) {
    if (mixed) {
      throw Invalid.field("cursor", "bad-format");
    }
    return after;
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * MICROS + at.getNano() / NANOS;
  }

  private static Instant instant(long micros) {
    if (Math.abs(micros) > 8_000_000_000L * MICROS) {
      throw new IllegalArgumentException("no such instant");
    }
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), (long) Math.floorMod(micros, MICROS) * NANOS);
  }
}
