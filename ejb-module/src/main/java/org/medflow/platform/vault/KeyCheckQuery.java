package org.medflow.platform.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.store.Rows;

/**
 * A known word for each key that may have sealed values: written at the first start with the key,
 * removed by the database when none of its values is left.
 */
@ApplicationScoped
class KeyCheckQuery {

  record Probe(UUID id, byte[] sealed, byte[] index) {}

  @Inject Rows rows;

  List<Probe> all() {
    return rows.list(
        "select id, sealed, index_probe from medflow.key_check order by created_at, id",
        row -> new Probe(Rows.id(row, "id"), row.getBytes("sealed"), row.getBytes("index_probe")));
  }

  void add(Probe probe) {
    rows.update(
        "insert into medflow.key_check (id, sealed, index_probe) values (?, ?, ?)",
        probe.id(),
        probe.sealed(),
        probe.index());
  }
}
