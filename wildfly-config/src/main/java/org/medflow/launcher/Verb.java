package org.medflow.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** What the launcher can be asked to do, with the options that each request understands. */
enum Verb {
  RUN(Set.of("--demo", "--detach", "--lan"), Set.of("--port-offset", "--nodes")),
  SUPERVISE(Set.of("--lan"), Set.of("--port-offset", "--nodes")),
  STOP(Set.of(), Set.of()),
  STATUS(Set.of("--json"), Set.of()),
  MIGRATE(Set.of(), Set.of("--port-offset")),
  AUDIT(Set.of(), Set.of("--port-offset")),
  KEYS(Set.of("--rotate-signing", "--status", "--reencrypt"), Set.of()),
  IMPORT(Set.of("--dry-run", "--wait"), Set.of("--source", "--clinic", "--resume", "--rollback"));

  static final String USAGE =
      """
      Usage: ./medflow VERB [OPTION…]
        run      [--demo] [--detach] [--lan] [--port-offset N]   start database and server
                 [--nodes N]                                     so many servers, 1 to 4
        stop                                                     stop them all
        status   [--json]                                        where it runs
        migrate  [--port-offset N]                               bring the database up to date
        audit    [--port-offset N]                               does the chain over the audit fit?
        keys     --rotate-signing                                sign tokens with a new key
                 --status                                        what each data key still holds
                 --reencrypt                                     seal all of it with the present key
        import   --source csv:DIR|carevision [--clinic CODE] [--dry-run] [--wait]
                 --resume RUN [--wait]                           go on with a stopped run
                 --rollback RUN [--wait]                         take back what a run brought
        test                                                     run every test
        bench    NAME                                            a long measurement
        faults   NAME                                            a long fault run\
      """;

  private final Set<String> flags;
  private final Set<String> values;

  Verb(Set<String> flags, Set<String> values) {
    this.flags = flags;
    this.values = values;
  }

  boolean isFlag(String option) {
    return flags.contains(option);
  }

  boolean takesValue(String option) {
    return values.contains(option);
  }

  static Verb of(String word) {
    return Arrays.stream(values())
        .filter(verb -> verb.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () -> LauncherProblem.usage("Unknown verb \"%s\".\n%s".formatted(word, USAGE)));
  }
}
