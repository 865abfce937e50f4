package org.medflow.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Collectors;

/** Where it runs and whether the doors are open; the exit code says it too. */
record StatusVerb(Home home, boolean json) {

  int run() {
    var state = RunState.read(home);
    var nodes = state.map(RunState::nodes).orElse(List.of(Node.alone(new Ports(0))));
    var addresses = Addresses.of(nodes, node -> state.isPresent() && Readiness.of(home, node));
    Console.say(json ? text(addresses) : sentence(addresses));
    return addresses.ready() ? 0 : LauncherProblem.NOT_RUNNING;
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
        ? addresses.nodes().stream()
            .map(StatusVerb::sentence)
            .collect(Collectors.joining(System.lineSeparator()))
        : "MedFlow does not run: start it with ./medflow run.";
  }

  private static String sentence(Addresses.Door door) {
    return (door.ready() ? "MedFlow is ready: " : "Not ready: ") + door.pages();
  }
}
