package org.medflow.platform.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.store.Rows;

/** The known word sealed at the first start. */
@ApplicationScoped
class KeyCheckQuery {

  record Probe(UUID id, byte[] sealed, byte[] index) {}

  @Inject Rows rows;

  Optional<Probe> first() {
    return rows.first(
        "select id, sealed, index_probe from medflow.key_check order by created_at limit 1",
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
