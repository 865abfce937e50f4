package org.medflow.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Starts an import in the running server, goes on with one, or takes one back. The run's id is said
 * at once; with {@code --wait} the reconciliation follows on a line of its own, and the exit code
 * says whether it adds up.
 */
record ImportVerb(Home home, Arguments arguments) {

  private static final String CSV = "csv:";
  private static final String CAREVISION = "carevision";
  private static final List<String> OUTCOMES =
      List.of("created", "updated", "unchanged", "orphan", "invalid", "review", "error");

  int run() {
    check();
    var installation = Installation.running(home);
    var api = new OperatorApi(installation);
    var run = begin(api, installation);
    Console.say("{\"run\":\"%s\"}".formatted(run));
    if (!arguments.has("--wait")) {
      return 0;
    }
    var watch = new ImportWatch(api);
    return arguments.value("--rollback").isPresent() ? undone(watch, run) : done(watch, run);
  }

  /** One of three deeds, and only the options that belong to it. */
  void check() {
    var deeds = List.of("--source", "--resume", "--rollback");
    if (deeds.stream().filter(deed -> arguments.value(deed).isPresent()).count() != 1) {
      throw LauncherProblem.usage(
          "import needs one of --source csv:DIR, --source carevision, --resume RUN, --rollback"
              + " RUN.\n"
              + Verb.USAGE);
    }
    boolean start = arguments.value("--source").isPresent();
    if (!start && (arguments.has("--dry-run") || arguments.value("--clinic").isPresent())) {
      throw LauncherProblem.usage("--dry-run and --clinic belong to --source.\n" + Verb.USAGE);
    }
  }

  private String begin(OperatorApi api, Installation installation) {
    var again = arguments.value("--resume");
    if (again.isPresent()) {
      return ordered(api, "resume", again.get());
    }
    var back = arguments.value("--rollback");
    if (back.isPresent()) {
      return ordered(api, "rollback", back.get());
    }
    var source = source(arguments.value("--source").orElseThrow());
    var clinic = arguments.value("--clinic").orElseGet(() -> onlyClinic(installation));
    return start(api, source, clinic, arguments.has("--dry-run"));
  }

  static String start(OperatorApi api, String source, String clinic, boolean dryRun) {
    return api.post("/migrations", Map.of("source", source, "clinic", clinic, "dryRun", dryRun))
        .path("run")
        .asText();
  }

  private static String ordered(OperatorApi api, String deed, String run) {
    try {
      var id = UUID.fromString(run);
      api.post("/migrations/%s/%s".formatted(id, deed), Map.of());
      return id.toString();
    } catch (IllegalArgumentException noId) {
      throw LauncherProblem.usage(
          "\"%s\" is no run: it is printed when one starts.".formatted(run));
    }
  }

  private static int done(ImportWatch watch, String run) {
    var status = watch.end(run);
    var report = watch.report(run);
    Console.say(report.toString());
    if (status.equals(ImportWatch.COMPLETED) && addsUp(report)) {
      return 0;
    }
    var failure = watch.view(run).path("failure").asText("");
    Console.complain(
        "The run ended %s%s.".formatted(status, failure.isEmpty() ? "" : ": " + failure));
    return LauncherProblem.FAILED;
  }

  private static int undone(ImportWatch watch, String run) {
    var status = watch.end(run);
    Console.say(watch.view(run).toString());
    return status.equals(ImportWatch.ROLLED_BACK) ? 0 : LauncherProblem.FAILED;
  }

  /** Every row read has one outcome, by the server's word and by our own sum. */
  static boolean addsUp(JsonNode report) {
    for (var table : report.path("tables")) {
      long sum = OUTCOMES.stream().mapToLong(outcome -> table.path(outcome).asLong()).sum();
      if (sum != table.path("read").asLong()) {
        return false;
      }
    }
    return report.path("addsUp").asBoolean();
  }

  /** The server reads the folder itself, so the path must not depend on where we stand. */
  static String source(String text) {
    if (text.equals(CAREVISION)) {
      return text;
    }
    if (!text.startsWith(CSV) || text.length() == CSV.length()) {
      throw LauncherProblem.usage("import reads --source csv:DIR or --source carevision.");
    }
    var folder = Path.of(text.substring(CSV.length())).toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      throw new LauncherProblem("%s is not a folder.".formatted(folder));
    }
    return CSV + folder;
  }

  private static String onlyClinic(Installation installation) {
    List<String> codes = new ArrayList<>();
    try (var connection = installation.database().connect();
        var sql = connection.createStatement();
        var rows = sql.executeQuery("select code from medflow.clinic order by code")) {
      while (rows.next()) {
        codes.add(rows.getString(1));
      }
    } catch (SQLException refused) {
      throw new LauncherProblem("The clinics cannot be read.", refused);
    }
    if (codes.size() != 1) {
      throw new LauncherProblem(
          "Say which clinic the rows belong to: --clinic %s."
              .formatted(
                  codes.isEmpty() ? "CODE (there is none yet)" : String.join(" or ", codes)));
    }
    return codes.get(0);
  }
}
