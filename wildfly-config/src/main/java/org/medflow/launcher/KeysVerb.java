package org.medflow.launcher;

import java.util.Map;

/** Changes keys of the running server. */
record KeysVerb(Home home, Arguments arguments) {

  int run() {
    if (!arguments.has("--rotate-signing")) {
      throw LauncherProblem.usage("keys needs --rotate-signing.\n" + Verb.USAGE);
    }
    var answer =
        new OperatorApi(Installation.running(home)).post("/operator/signing-key", Map.of());
    Console.say(answer.toString());
    return 0;
  }
}
