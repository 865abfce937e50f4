package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.platform.store.CopyRows;
import org.medflow.platform.store.Rows;

/** Rows that wait for their room. */
@ApplicationScoped
class StagedRowQuery {

  private static final String COLUMNS =
      "id, clinic_id, source_system, source_table, source_key, raw_sealed";

  /** A row with what it held, sealed. */
  record Staged(UUID id, String key, byte[] raw) {}

  @Inject Rows rows;

  void add(Claim claim, LegacyTable table, List<Staged> staged) {
    if (staged.isEmpty()) {
      return;
    }
    rows.update(
        """
        create temporary table if not exists bulk_staged on commit delete rows
            as table legacy.staged_row with no data
        """);
    var text = new CopyRows();
    staged.forEach(
        row ->
            text.row(
                row.id(), claim.clinic(), table.system(), table.title(), row.key(), row.raw()));
    rows.copy("pg_temp.bulk_staged", COLUMNS, text);
    rows.update(
        "insert into legacy.staged_row (%1$s) select %1$s from pg_temp.bulk_staged"
            .formatted(COLUMNS));
  }

  byte[] raw(UUID id) {
    return rows.list(
            "select raw_sealed from legacy.staged_row where id = ?", row -> row.getBytes(1), id)
        .get(0);
  }

  /** The new version. */
  long replace(UUID id, byte[] raw) {
    return rows.list(
            """
            update legacy.staged_row set raw_sealed = ?, version = version + 1, at = now()
             where id = ? returning version
            """,
            row -> row.getLong(1),
            raw,
            id)
        .get(0);
  }

  List<UUID> remove(Map<UUID, Long> versions) {
    return rows.list(
        "delete from legacy.staged_row where id = any (?) returning id",
        row -> Rows.id(row, "id"),
        versions.keySet());
  }
}
