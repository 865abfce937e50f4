package org.medflow.platform.vault;

/**
 * A column whose values are sealed.
 *
 * @param row the column of the same table that holds the row id to which the seal is bound
 */
public record SealedColumn(Column column, String row) {

  /** A column sealed under the id of its own row, which is the rule. */
  public static SealedColumn of(Column column) {
    return new SealedColumn(column, "id");
  }

  public static SealedColumn of(String table, String name) {
    return of(new Column(table, name));
  }

  String table() {
    return column.table();
  }

  String name() {
    return column.name();
  }
}
