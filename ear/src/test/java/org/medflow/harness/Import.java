package org.medflow.harness;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An import run through the command line, and its counts. */
public record Import(JsonObject report) {

  private static final List<String> OUTCOMES =
      List.of("created", "updated", "unchanged", "orphan", "invalid", "review", "error");

  /** Imports a folder into a clinic and waits for the end. */
  public static Import of(Medflow server, Path folder, String clinic) {
    var said =
        Launcher.run(
            server.home(),
            Map.of(),
            "import",
            "--source",
            "csv:" + folder.toAbsolutePath(),
            "--clinic",
            clinic,
            "--wait");
    if (said.exit() != 0) {
      throw new AssertionError("import ended with " + said.exit() + ": " + said.output());
    }
    try (var reader = Json.createReader(new StringReader(lastLine(said.output())))) {
      return new Import(reader.readObject());
    }
  }

  /** The verb says the run's id at once and the report on a line of its own at the end. */
  private static String lastLine(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith("{"))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new AssertionError("no report in " + output));
  }

  public long read() {
    return count("read");
  }

  public long count(String outcome) {
    return report.getJsonArray("tables").getValuesAs(JsonObject.class).stream()
        .mapToLong(table -> table.getJsonNumber(outcome).longValue())
        .sum();
  }

  /** The sum of all outcomes, which must be what was read. */
  public long accounted() {
    return OUTCOMES.stream().mapToLong(this::count).sum();
  }

  /** The sum of the outcomes of one table of a report. */
  static long accounted(JsonObject table) {
    return OUTCOMES.stream().mapToLong(name -> table.getJsonNumber(name).longValue()).sum();
  }

  public String run() {
    return report.getString("run");
  }
}
