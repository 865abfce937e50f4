package org.medflow.launcher;

import java.io.IOException;

/** Says whether the chain over the audit rows fits, with the server running or without it. */
record AuditVerb(Home home, Arguments arguments) {

  int run() {
    try (var lock = Supervisor.lock(home)) {
      return lock == null ? beside() : alone();
    } catch (IOException unlocked) {
      throw new LauncherProblem("The lock of the home folder is lost.", unlocked);
    }
  }

  private int beside() {
    var ports = RunState.read(home).map(RunState::ports).orElse(new Ports(0));
    return told(Installation.open(home, ports, false));
  }

  private int alone() {
    var ports = new Ports(arguments.portOffset().orElse(0));
    var installation = Installation.open(home, ports, false);
    var database = installation.embeddedDatabase();
    try {
      database.ifPresent(EmbeddedDatabase::start);
      return told(installation);
    } finally {
      database.ifPresent(EmbeddedDatabase::stop);
    }
  }

  private int told(Installation installation) {
    var check = AuditCheck.of(installation.database(), home.anchors());
    check.findings().forEach(Console::say);
    Console.say(check.sentence());
    return check.findings().isEmpty() ? 0 : 1;
  }
}
