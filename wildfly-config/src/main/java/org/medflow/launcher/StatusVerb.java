package org.medflow.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Where it runs and whether the doors are open; the exit code says it too. */
record StatusVerb(Home home, boolean json) {

  int run() {
    var state = RunState.read(home);
    var ports = state.map(RunState::ports).orElse(new Ports(0));
    boolean ready = state.isPresent() && new Readiness(home, ports).ready();
    var addresses = Addresses.of(ports, ready);
    Console.say(json ? text(addresses) : sentence(addresses));
    return ready ? 0 : LauncherProblem.NOT_RUNNING;
  }

  static String text(Addresses addresses) {
    try {
      return new ObjectMapper().writeValueAsString(addresses);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Addresses are not JSON", impossible);
    }
  }

  private static String sentence(Addresses addresses) {
    return addresses.ready()
        ? "MedFlow is ready: " + addresses.pages()
        : "MedFlow does not run: start it with ./medflow run.";
  }
}
