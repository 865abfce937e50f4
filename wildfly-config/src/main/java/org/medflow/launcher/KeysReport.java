package org.medflow.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The server's word on its data keys, in sentences. */
record KeysReport(JsonNode keys) {

  List<String> lines() {
    var lines = new ArrayList<String>();
    keys.path("keys").forEach(key -> lines.add(sentence(key)));
    if (keys.path("running").asBoolean()) {
      lines.add(progress());
    } else if (keys.path("needed").asBoolean()) {
      lines.add(
          "Values of other keys are sealed with key %d by: ./medflow keys --reencrypt"
              .formatted(keys.path("current").asInt()));
    }
    if (failed()) {
      lines.add(
          "%d values cannot be opened and stay as they are:"
              .formatted(keys.path("failed").asLong()));
      keys.path("failures").forEach(one -> lines.add(failure(one)));
    }
    return lines;
  }

  boolean failed() {
    return keys.path("failed").asLong() > 0;
  }

  private static String sentence(JsonNode key) {
    var name = "Key %d".formatted(key.path("key").asLong());
    long values = key.path("values").asLong();
    return switch (key.path("standing").asText()) {
      case "CURRENT" -> "%s seals new values and has sealed %d.".formatted(name, values);
      case "NEEDED" -> "%s has sealed %d values and is still needed.".formatted(name, values);
      case "UNNEEDED" ->
          "%s is no longer needed: %s may be removed from the key file."
              .formatted(name, key.path("setting").asText());
      default -> "%s has sealed %d values and is not in the key file.".formatted(name, values);
    };
  }

  private String progress() {
    var left = keys.path("secondsLeft");
    return "Re-encryption: %d %%%s."
        .formatted(
            keys.path("percent").asInt(),
            left.isNumber() ? ", about %d s left".formatted(left.asLong()) : "");
  }

  private static String failure(JsonNode one) {
    return "  %s, row %s, key %d"
        .formatted(one.path("column").asText(), one.path("row").asText(), one.path("key").asLong());
  }
}
