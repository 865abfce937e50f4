package org.medflow.patient;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medflow.harness.Database;

/**
 * Compares journal and database after recovery: what was acknowledged is there exactly once, what
 * was refused is not, what nobody knows is there at most once.
 */
record RegistrationCheck(long lost, long doubled, long ghosts) {

  static RegistrationCheck of(Journal journal, Database owner, UUID clinic) {
    var rows = rows(owner, clinic);
    long lost = 0;
    long doubled = 0;
    long ghosts = 0;
    for (var entry : journal.all()) {
      var found = rows.getOrDefault(entry.person().lastName().toLowerCase(Locale.ROOT), List.of());
      if (entry.word() == Journal.Word.OK && !found.contains(entry.id())) {
        lost++;
      }
      if (entry.word() == Journal.Word.FAIL && !found.isEmpty()) {
        ghosts++;
      }
      if (found.size() > 1) {
        doubled++;
      }
    }
    return new RegistrationCheck(lost, doubled, ghosts);
  }

  private static Map<String, List<UUID>> rows(Database owner, UUID clinic) {
    record Row(String name, UUID id) {}
    return owner
        .list(
            """
            select lower(p.last_name), p.id from medflow.patient p
              join medflow.patient_clinic c on c.patient_id = p.id where c.clinic_id = ?
            """,
            row -> new Row(row.getString(1), row.getObject(2, UUID.class)),
            clinic)
        .stream()
        .collect(
            Collectors.groupingBy(Row::name, Collectors.mapping(Row::id, Collectors.toList())));
  }
}
