package org.medflow.platform.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.medflow.platform.store.Rows;

/** Ciphertext of the registered columns in the rows of all clinics, by functions of the owner. */
@ApplicationScoped
class SealedColumnQuery {

  @Inject Rows rows;

  /**
   * One value as it lies there.
   *
   * @param place the row id to which its seal is bound
   */
  record Kept(UUID id, UUID place, byte[] sealed) {}

  /** The same value sealed anew. */
  record Renewed(UUID id, byte[] old, byte[] fresh) {}

  /** How many values of a column a key has sealed. */
  record Use(long key, long amount) {}

  Set<SealedColumn> known() {
    return new HashSet<>(
        rows.list(
            "select table_name, column_name, row_name from medflow.sealed_column",
            row ->
                new SealedColumn(
                    new Column(row.getString("table_name"), row.getString("column_name")),
                    row.getString("row_name"))));
  }

  /** The next values that another key has sealed; rows that somebody writes now are left out. */
  List<Kept> next(Column column, UUID after, int key, int most) {
    return rows.list(
        "select id, place, sealed from medflow.sealed_next(?, ?, ?, ?, ?)",
        row -> new Kept(Rows.id(row, "id"), Rows.id(row, "place"), row.getBytes("sealed")),
        column.table(),
        column.name(),
        after,
        key,
        most);
  }

  /** Replaces values that are still what they were; tells how many were. */
  int replace(Column column, List<Renewed> values) {
    return rows.first(
            "select medflow.sealed_replace(?, ?, ?, ?, ?)",
            row -> row.getInt(1),
            column.table(),
            column.name(),
            values.stream().map(Renewed::id).toList(),
            values.stream().map(Renewed::old).toList(),
            values.stream().map(Renewed::fresh).toList())
        .orElse(0);
  }

  List<Use> use(Column column) {
    return rows.list(
        "select key_id, amount from medflow.sealed_use(?, ?)",
        row -> new Use(row.getLong("key_id"), row.getLong("amount")),
        column.table(),
        column.name());
  }

  /** How many values wait for this key, those that cannot be opened apart. */
  long rest(Column column, int key) {
    return rows.first(
            "select medflow.sealed_rest(?, ?, ?)",
            row -> row.getLong(1),
            column.table(),
            column.name(),
            key)
        .orElse(0L);
  }

  /** Forgets a key that no value is sealed with any more; false when one is. */
  boolean retire(long gone, int present) {
    return rows.first("select medflow.sealed_retire(?, ?)", row -> row.getBoolean(1), gone, present)
        .orElse(false);
  }
}
