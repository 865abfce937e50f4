package org.medflow.launcher;

import java.nio.file.Path;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Entry of the command line; every verb is one class. */
public final class Launcher {

  /** Kept here, because the log manager forgets loggers that nobody holds. */
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private static final Set<String> HELP = Set.of("help", "--help", "-h");

  private Launcher() {}

  public static void main(String[] words) {
    MIGRATIONS.setLevel(Level.WARNING);
    System.exit(exitCode(words));
  }

  static int exitCode(String... words) {
    if (words.length == 1 && HELP.contains(words[0])) {
      Console.say(Verb.USAGE);
      return 0;
    }
    try {
      return run(Arguments.parse(words));
    } catch (LauncherProblem problem) {
      Console.complain(problem.getMessage());
      return problem.exitCode();
    }
  }

  private static int started(Home home, Arguments arguments) {
    Setting.check(System.getenv());
    return new RunVerb(home, arguments).run();
  }

  private static int run(Arguments arguments) {
    var home = Home.open(Path.of(System.getenv().getOrDefault("MEDFLOW_HOME", ".medflow")));
    return switch (arguments.verb()) {
      case RUN -> started(home, arguments);
      case SUPERVISE -> new RunVerb(home, arguments).supervise();
      case STOP -> new StopVerb(home).run();
      case STATUS -> new StatusVerb(home, arguments.has("--json")).run();
      case MIGRATE -> new MigrateVerb(home, arguments).run();
      case AUDIT -> new AuditVerb(home, arguments).run();
      case KEYS -> new KeysVerb(home, arguments).run();
      case IMPORT -> new ImportVerb(home, arguments).run();
    };
  }
}
