package org.medflow.platform.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medflow.platform.check.StartupCheck;

/**
 * Every sealed column of the house. Rooms name theirs, and the migrations name them where the
 * server cannot change it; a column that only one of the two knows stops the start, because a
 * change of keys would leave its values behind.
 */
@ApplicationScoped
public class SealedRegister implements StartupCheck {

  @Inject Instance<SealedColumns> rooms;
  @Inject SealedColumnQuery columns;

  /** In an order that stays. */
  List<SealedColumn> all() {
    return rooms.stream()
        .flatMap(room -> room.columns().stream())
        .sorted(Comparator.comparing(SealedColumn::table).thenComparing(SealedColumn::name))
        .toList();
  }

  @Override
  public Optional<String> problem() {
    return difference(all(), columns.known());
  }

  static Optional<String> difference(List<SealedColumn> said, Set<SealedColumn> written) {
    var differing = new HashSet<>(written);
    said.forEach(column -> toggle(differing, column));
    return differing.stream()
        .map(column -> column.table() + "." + column.name())
        .sorted()
        .findFirst()
        .map("The program and the database do not agree on the sealed column %s."::formatted);
  }

  private static void toggle(Set<SealedColumn> columns, SealedColumn column) {
    if (!columns.remove(column)) {
      columns.add(column);
    }
  }
}
