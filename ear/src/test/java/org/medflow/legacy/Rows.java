package org.medflow.legacy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.medflow.harness.Database;

/** How many rows each table of an installation has. */
final class Rows {

  /** What every request leaves behind, whatever it was about. */
  private static final List<String> TRACES =
      List.of(
          "audit_event",
          "audit_block",
          "audit_anchor",
          "live_event",
          "user_session",
          "refresh_token",
          "number_series",
          "day_report");

  private Rows() {}

  /** The tables of these schemas with their rows. */
  static Map<String, Long> of(Database owner, String... schemas) {
    var counts = new TreeMap<String, Long>();
    for (var table :
        owner.strings(
            """
            select format('%I.%I', n.nspname, c.relname) from pg_class c
              join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any (?)
            """,
            (Object) schemas)) {
      counts.put(table, owner.number("select count(*) from " + table));
    }
    return counts;
  }

  /** The rows of the clinic's own tables, without the traces of requests. */
  static Map<String, Long> lasting(Database owner) {
    var counts = of(owner, "medflow");
    counts.keySet().removeIf(table -> TRACES.contains(table.replace("medflow.", "")));
    return counts;
  }
}
