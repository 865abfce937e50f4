package org.medflow.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts an import in the running server, waits if told to, and prints the counts as JSON. */
record ImportVerb(Home home, Arguments arguments) {

  private static final String CSV = "csv:";

  int run() {
    var source = source(arguments.value("--source").orElse(""));
    var state =
        RunState.read(home)
            .filter(found -> RunState.READY.equals(found.phase()))
            .filter(found -> new Readiness(home, found.ports()).ready())
            .orElseThrow(
                () ->
                    new LauncherProblem(
                        LauncherProblem.NOT_RUNNING,
                        "MedFlow does not run: start it with ./medflow run.",
                        null));
    var installation = Installation.open(home, state.ports(), state.lan());
    var clinic = arguments.value("--clinic").orElseGet(() -> onlyClinic(installation));
    var api = new OperatorApi(installation);
    var run = start(api, source, clinic, arguments.has("--dry-run"));
    if (!arguments.has("--wait")) {
      Console.say("{\"run\":\"%s\"}".formatted(run));
      return 0;
    }
    boolean completed = await(api, run);
    Console.say(api.get("/migrations/%s/report".formatted(run)).toString());
    return completed ? 0 : LauncherProblem.FAILED;
  }

  static String start(OperatorApi api, String source, String clinic, boolean dryRun) {
    JsonNode started =
        api.post("/migrations", Map.of("source", source, "clinic", clinic, "dryRun", dryRun));
    var run = started.isTextual() ? started : started.path("run");
    return run.asText(started.path("id").asText());
  }

  static boolean await(OperatorApi api, String run) {
    while (true) {
      var status = api.get("/migrations/" + run).path("status").asText();
      if (status.equals("COMPLETED") || status.equals("FAILED")) {
        return status.equals("COMPLETED");
      }
      Processes.pause(Duration.ofMillis(500));
    }
  }

  /** The server reads the folder itself, so the path must not depend on where we stand. */
  static String source(String text) {
    if (!text.startsWith(CSV) || text.length() == CSV.length()) {
      throw LauncherProblem.usage("import needs --source csv:DIR.");
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
