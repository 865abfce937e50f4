package org.medflow.legacy.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.medflow.scheduling.boundary.EarlierAppointment;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.AppointmentType;

/** What an appointment held before an import changed it, in plain bytes that the engine seals. */
final class AppointmentImage {

  private AppointmentImage() {}

  static byte[] of(EarlierAppointment here) {
    var image =
        Json.createObjectBuilder()
            .add("patient", here.patient().toString())
            .add("startsAt", here.startsAt().toString())
            .add("endsAt", here.endsAt().toString())
            .add("timeKnown", here.timeKnown())
            .add("type", here.type().name())
            .add("status", here.status().name())
            .add("reminded", here.reminded());
    put(image, "reason", here.reason());
    put(image, "note", here.note());
    put(image, "room", here.room());
    put(image, "practitioner", here.practitioner());
    return image.build().toString().getBytes(StandardCharsets.UTF_8);
  }

  static EarlierAppointment appointment(byte[] image) {
    try (var reader = Json.createReader(new ByteArrayInputStream(image))) {
      var read = reader.readObject();
      return new EarlierAppointment(
          UUID.fromString(read.getString("patient")),
          Instant.parse(read.getString("startsAt")),
          Instant.parse(read.getString("endsAt")),
          read.getBoolean("timeKnown"),
          AppointmentType.valueOf(read.getString("type")),
          AppointmentStatus.valueOf(read.getString("status")),
          text(read, "reason"),
          text(read, "note"),
          text(read, "room"),
          text(read, "practitioner"),
          read.getBoolean("reminded"));
    }
  }

  private static void put(jakarta.json.JsonObjectBuilder image, String name, String value) {
    if (value != null) {
      image.add(name, value);
    }
  }

  private static String text(JsonObject read, String name) {
    return read.getString(name, null);
  }
}
