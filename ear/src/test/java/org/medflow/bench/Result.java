package org.medflow.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import org.medflow.harness.Database;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;

/** What a bench found, printed and written to {@code target/bench/NAME.json}. */
public final class Result {

  private final String name;
  private final long seed;
  private final JsonArrayBuilder measures = Json.createArrayBuilder();
  private JsonObjectBuilder first;
  private boolean invalid;

  public Result(String name, long seed) {
    this.name = name;
    this.seed = seed;
    Report.line(
        "bench %s: %s (seed %d, %d CPUs, load %.2f)",
        name,
        command(),
        seed,
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private String command() {
    return "./medflow bench " + name;
  }

  /** Adds a measure that compares two times (or sizes), in this unit. */
  public void compared(String measure, Ratio ratio, String unit) {
    double product = Ratio.middle(ratio.product());
    double reference = Ratio.middle(ratio.reference());
    Report.line(
        "bench %s: %s %.2f x (min %.2f, max %.2f): product %.2f %s, reference %.2f %s, %d rounds",
        name,
        measure,
        ratio.median(),
        ratio.least(),
        ratio.most(),
        product,
        unit,
        reference,
        unit,
        ratio.product().size());
    var json =
        Json.createObjectBuilder()
            .add("name", measure)
            .add("ratio", rounded(ratio.median()))
            .add("min", rounded(ratio.least()))
            .add("max", rounded(ratio.most()))
            .add("product", rounded(product))
            .add("reference", rounded(reference))
            .add("unit", unit)
            .add("rounds", ratio.product().size());
    var done = json.build();
    if (first == null) {
      first = Json.createObjectBuilder(done);
    }
    measures.add(done);
  }

  /** Adds a figure that stands alone. */
  public void figure(String measure, double value, String unit) {
    Report.line("bench %s: %s %s %s", name, measure, rounded(value), unit);
    measures.add(
        Json.createObjectBuilder()
            .add("name", measure)
            .add("product", rounded(value))
            .add("unit", unit));
  }

  /** The run says nothing, for this reason. */
  public void invalid(String reason) {
    invalid = true;
    Report.line("bench %s: void: %s", name, reason);
  }

  public void write(String versions) {
    var all = first == null ? Json.createObjectBuilder() : first;
    all.add("name", name)
        .add("void", invalid)
        .add("seed", seed)
        .add("versions", versions)
        .add("command", command())
        .add("cpus", Runtime.getRuntime().availableProcessors())
        .add("load", rounded(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()))
        .add("measures", measures);
    var file = Settings.target().resolve("bench").resolve(name + ".json");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, all.build() + "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Report.line("bench %s: versions %s", name, versions);
  }

  /** Java and PostgreSQL as they ran. */
  public static String versions(Database owner) {
    return "Java %s, PostgreSQL %s"
        .formatted(Runtime.version(), owner.strings("show server_version").get(0));
  }

  private static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
