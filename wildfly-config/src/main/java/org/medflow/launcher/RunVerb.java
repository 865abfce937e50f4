package org.medflow.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts an installation: in the foreground until Ctrl-C, or handed to a supervisor in the
 * background. What is running already is left alone and only announced.
 */
final class RunVerb {

  private static final Duration PATIENCE = Duration.ofMinutes(12);

  private final Home home;
  private final Arguments arguments;

  RunVerb(Home home, Arguments arguments) {
    this.home = home;
    this.arguments = arguments;
  }

  int run() {
    if (Supervision.active(home)) {
      Console.say("MedFlow runs already.");
      awaitReady();
      if (new ServerFolder(home, Build.found()).outdated()) {
        Console.say("It runs an earlier build: ./medflow stop, then run, brings the new one.");
      }
      tellNodes();
      announce();
      return 0;
    }
    if (arguments.has("--detach")) {
      spawn();
      awaitReady();
      announce();
      return 0;
    }
    return supervise(this::announce);
  }

  /** The background half of {@code run --detach}. */
  int supervise() {
    return supervise(() -> {});
  }

  private int supervise(Runnable whenReady) {
    try (var lock = Supervisor.lock(home)) {
      if (lock == null) {
        throw new LauncherProblem("MedFlow runs already in %s.".formatted(home.root()));
      }
      var installation = installation();
      var supervisor = new Supervisor(installation);
      var end = new Thread(supervisor::stop, "stop");
      Runtime.getRuntime().addShutdownHook(end);
      supervisor.start();
      whenReady.run();
      supervisor.watch();
      return 0;
    } catch (IOException unlocked) {
      throw new LauncherProblem("The lock of the home folder is lost.", unlocked);
    }
  }

  private Installation installation() {
    return Installation.open(
            home, new Ports(arguments.portOffset().orElse(0)), arguments.has("--lan"))
        .withNodes(arguments.nodes().orElse(1));
  }

  private void tellNodes() {
    int running = RunState.read(home).orElseThrow().nodes().size();
    if (arguments.nodes().filter(wanted -> wanted != running).isPresent()) {
      Console.say(
          "It runs with --nodes %d: ./medflow stop, then run, changes it.".formatted(running));
    }
  }

  private void spawn() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-jar", Build.found().launcher().toString(), "supervise"));
    arguments.portOffset().ifPresent(n -> command.addAll(List.of("--port-offset", "" + n)));
    arguments.nodes().ifPresent(n -> command.addAll(List.of("--nodes", "" + n)));
    if (arguments.has("--lan")) {
      command.add("--lan");
    }
    Home.writePrivately(home.launcherLog(), "");
    Home.writePrivately(home.runFile(), "{\"phase\":\"starting\"}\n");
    Supervision.spawn(Processes.apart(command), home);
  }

  private void awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      var state = RunState.read(home).orElseThrow();
      if (RunState.READY.equals(state.phase())) {
        return;
      }
      if (RunState.FAILED.equals(state.phase())) {
        throw new LauncherProblem(state.problem());
      }
      if (!Supervision.alive(home, state)) {
        throw new LauncherProblem(
            "The supervisor ended while starting; see %s.".formatted(home.launcherLog()));
      }
      Processes.pause(Duration.ofMillis(200));
    }
    throw new LauncherProblem("MedFlow is not ready yet; see %s.".formatted(home.launcherLog()));
  }

  private void announce() {
    var state = RunState.read(home).orElseThrow();
    var installation = Installation.of(home, state);
    if (arguments.has("--demo")) {
      new Demo(installation).fill();
    }
    new Announcement(installation).print();
  }
}
