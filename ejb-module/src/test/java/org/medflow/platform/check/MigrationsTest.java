package org.medflow.platform.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The migrations as files: what the server expects, and whether every clinic table is walled. */
class MigrationsTest {

  private static final Pattern NAME =
      Pattern.compile("(V\\d{4}__[a-z0-9]+(_[a-z0-9]+)*|R__[a-z0-9]+(_[a-z0-9]+)*)\\.sql");

  private static final Pattern TABLE =
      Pattern.compile(
          "(?is)create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?([\\w.]+)\\s*\\((.*?)\\n\\s*\\)");

  private static final Pattern WALL =
      Pattern.compile("(?i)alter\\s+table\\s+([\\w.]+)\\s+enable\\s+row\\s+level\\s+security");

  private static final Pattern POLICY =
      Pattern.compile("(?i)create\\s+policy\\s+\\S+\\s+on\\s+([\\w.]+)");

  private static final Pattern PATIENT_FAMILY = Pattern.compile("patient(_[a-z_]+)?");

  /** Tables with a clinic that stay without a wall, each for a reason. */
  private static final Map<String, String> WITHOUT_WALL =
      Map.of(
          "live_event", "ids only; each node tails all clinics and the socket filters by clinic",
          "user_role", "read to find out in which clinics somebody may be, before a scope exists",
          "user_session", "read to find out who is calling, before a scope exists");

  @Test
  void expectsTheHighestMigration() throws IOException {
    var highest =
        migrations().keySet().stream()
            .filter(name -> name.startsWith("V"))
            .map(name -> name.substring(1, 5))
            .max(String::compareTo);
    assertThat(highest).contains(SchemaVersionQuery.EXPECTED);
  }

  @Test
  void namesMigrationsForwardOnly() throws IOException {
    assertThat(migrations().keySet())
        .allSatisfy(name -> assertThat(name).matches(NAME))
        .noneSatisfy(name -> assertThat(name).startsWith("U"));
    assertThat(migrations().keySet().stream().map(name -> name.substring(0, 5)).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void wallsEveryTableOfAClinicOrAPatient() throws IOException {
    var all = String.join("\n", migrations().values());
    var walled = walled(all);
    var open = new TreeSet<String>();
    var tables = TABLE.matcher(all);
    while (tables.find()) {
      var table = tables.group(1);
      boolean personal =
          PATIENT_FAMILY.matcher(table).matches() || tables.group(2).contains("clinic_id");
      if (personal && granted(all).contains(table) && !walled.contains(table)) {
        open.add(table);
      }
    }
    open.removeAll(WITHOUT_WALL.keySet());
    assertThat(open)
        .as("alter table … enable row level security and a policy on the clinic scope")
        .isEmpty();
  }

  @Test
  void givesEveryWalledTableAPolicy() throws IOException {
    var all = String.join("\n", migrations().values());
    var policies = found(POLICY, all);
    var byLoop =
        Pattern.compile("'(\\w+)'").matcher(loops(all)).results().map(r -> r.group(1)).toList();
    assertThat(walled(all))
        .allMatch(t -> policies.contains(t) || byLoop.contains(t.replace("legacy.", "")));
  }

  @Test
  void letsTheServerOwnAndForceNothing() throws IOException {
    var all = String.join("\n", migrations().values()).toLowerCase();
    assertThat(all)
        .doesNotContain("grant all")
        .doesNotContain("on all tables in schema medflow")
        .doesNotContain("on all tables in schema legacy")
        .doesNotContain("bypassrls")
        .doesNotContain("owner to medflow_app")
        .doesNotContain("grant truncate");
  }

  @Test
  void fixesTheSearchPathOfEveryDefinerFunction() throws IOException {
    var functions =
        Pattern.compile("(?is)create\\s+(?:or\\s+replace\\s+)?function.*?(?:\\$\\$.*?\\$\\$[^;]*;)")
            .matcher(String.join("\n", migrations().values()))
            .results()
            .map(r -> r.group().toLowerCase())
            .filter(text -> text.contains("security definer"))
            .toList();
    assertThat(functions).allSatisfy(text -> assertThat(text).contains("set search_path"));
  }

  /** Named in a statement of their own, or in the list that a loop goes through. */
  private static Set<String> walled(String sql) {
    var all = new TreeSet<>(found(WALL, sql));
    var loop =
        Pattern.compile(
            "(?s)array array\\[([^]]*)] loop"
                + "(?:(?!end loop).)*?alter table ([\\w.]*)%I enable row");
    loop.matcher(sql)
        .results()
        .forEach(
            found ->
                Pattern.compile("'(\\w+)'")
                    .matcher(found.group(1))
                    .results()
                    .forEach(table -> all.add(found.group(2) + table.group(1))));
    return all;
  }

  /**
   * Tables that the server may touch at all; what only the owner's functions read needs no wall.
   */
  private static Set<String> granted(String sql) {
    return Pattern.compile("(?is)grant\\s+[a-z, ]+\\s+on\\s+([\\w., \\n]+?)\\s+to\\s+medflow_app")
        .matcher(sql)
        .results()
        .flatMap(found -> Pattern.compile("[\\s,]+").splitAsStream(found.group(1)))
        .collect(Collectors.toSet());
  }

  private static String loops(String sql) {
    return Pattern.compile("(?s)foreach .*? in array array\\[(.*?)\\]")
        .matcher(sql)
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.joining(","));
  }

  private static List<String> found(Pattern pattern, String sql) {
    return pattern.matcher(sql).results().map(r -> r.group(1)).toList();
  }

  private static Map<String, String> migrations() throws IOException {
    var folder = Path.of("../db-migrations/src/main/resources/db/migration");
    var all = new TreeMap<String, String>();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        all.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return all;
  }
}
