package org.medflow.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;

/** Changes keys of the running server, or says how they stand. */
record KeysVerb(Home home, Arguments arguments) {

  private static final String SIGNING = "--rotate-signing";
  private static final String REENCRYPT = "--reencrypt";
  private static final String STATUS = "--status";

  int run() {
    check();
    var api = new OperatorApi(Installation.running(home));
    if (arguments.has(SIGNING)) {
      Console.say(api.post("/operator/signing-key", Map.of()).toString());
      return 0;
    }
    return told(
        arguments.has(REENCRYPT)
            ? api.post("/operator/keys/reencrypt", Map.of())
            : api.get("/operator/keys"));
  }

  void check() {
    if (Stream.of(SIGNING, REENCRYPT, STATUS).filter(arguments::has).count() != 1) {
      throw LauncherProblem.usage(
          "keys needs one of --rotate-signing, --status, --reencrypt.\n" + Verb.USAGE);
    }
  }

  private static int told(JsonNode keys) {
    var report = new KeysReport(keys);
    report.lines().forEach(Console::say);
    return report.failed() ? LauncherProblem.FAILED : 0;
  }
}
