package org.medflow.launcher;

import java.io.IOException;

/** Brings the database up to date without starting the server. */
record MigrateVerb(Home home, Arguments arguments) {

  int run() {
    try (var lock = Supervisor.lock(home)) {
      if (lock == null) {
        throw new LauncherProblem("MedFlow runs, and it was migrated when it started.");
      }
      var ports = new Ports(arguments.portOffset().orElse(0));
      var installation = Installation.open(home, ports, false);
      var database = installation.embeddedDatabase();
      try {
        database.ifPresent(EmbeddedDatabase::start);
        int steps = installation.prepareDatabase(database.map(EmbeddedDatabase::superuser));
        Console.say("The database is up to date (%d migrations ran).".formatted(steps));
        return 0;
      } finally {
        database.ifPresent(EmbeddedDatabase::stop);
      }
    } catch (IOException unlocked) {
      throw new LauncherProblem("The lock of the home folder is lost.", unlocked);
    }
  }
}
