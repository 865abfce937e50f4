package org.medflow.launcher;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line, read strictly: an unknown or doubled option is refused, never ignored. */
record Arguments(Verb verb, Set<String> flags, Map<String, String> values) {

  static Arguments parse(String... words) {
    if (words.length == 0) {
      throw LauncherProblem.usage(Verb.USAGE);
    }
    var verb = Verb.of(words[0]);
    var flags = new HashSet<String>();
    var values = new HashMap<String, String>();
    var rest = List.of(words).subList(1, words.length).iterator();
    while (rest.hasNext()) {
      var word = rest.next();
      if (verb.isFlag(word)) {
        flags.add(word);
      } else if (verb.takesValue(word)) {
        putOnce(values, word, rest.hasNext() ? rest.next() : "");
      } else {
        throw LauncherProblem.usage("Unknown option \"%s\".\n%s".formatted(word, Verb.USAGE));
      }
    }
    return new Arguments(verb, Set.copyOf(flags), Map.copyOf(values));
  }

  private static void putOnce(Map<String, String> values, String option, String value) {
    if (value.isEmpty() || value.startsWith("--")) {
      throw LauncherProblem.usage("%s needs a value.\n%s".formatted(option, Verb.USAGE));
    }
    if (values.put(option, value) != null) {
      throw LauncherProblem.usage("%s was given twice.".formatted(option));
    }
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  /** The port offset asked for, when one was. */
  Optional<Integer> portOffset() {
    return value("--port-offset").map(Ports::offset);
  }

  /** How many servers were asked for, when that was said. */
  Optional<Integer> nodes() {
    return value("--nodes").map(Node::count);
  }
}
