package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.legacy.boundary.Claim;
import org.medflow.platform.Ids;
import org.medflow.platform.store.Rows;

/** Which of our records stands for which row of an older system. */
@ApplicationScoped
class LegacyMappingQuery {

  /** The row of an older system that a record stands for. */
  record Source(String system, String table, String key) {}

  /**
   * A record that stands for a row.
   *
   * @param version the record's version when the row was last taken in; a later one was edited here
   */
  record Mapping(UUID id, Source source, UUID target, long version, byte[] hash, Instant firstAt) {}

  @Inject Rows rows;

  /** The mapping of a row, if its clinic is the caller's. */
  Optional<Mapping> find(Source source) {
    return rows.first(
        """
        select * from legacy.legacy_mapping
         where source_system = ? and source_table = ? and source_key = ?
        """,
        LegacyMappingQuery::mapping,
        source.system(),
        source.table(),
        source.key());
  }

  List<Mapping> ofTarget(UUID target, int most) {
    return rows.list(
        """
        select * from legacy.legacy_mapping where target_id = ? order by first_at desc limit ?
        """,
        LegacyMappingQuery::mapping,
        target,
        most);
  }

  void add(Claim claim, Source source, UUID target, long version, byte[] hash) {
    rows.update(
        """
        insert into legacy.legacy_mapping (id, clinic_id, source_system, source_table, source_key,
            target_type, target_id, target_version, row_hash, first_run, last_run)
        values (?, ?, ?, ?, ?, 'patient', ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        claim.clinic(),
        source.system(),
        source.table(),
        source.key(),
        target,
        version,
        hash,
        claim.run(),
        claim.run());
  }

  void seen(UUID mapping, UUID run, long version, byte[] hash) {
    rows.update(
        """
        update legacy.legacy_mapping
           set last_run = ?, last_at = now(), target_version = ?, row_hash = ? where id = ?
        """,
        run,
        version,
        hash,
        mapping);
  }

  List<UUID> move(UUID from, UUID to) {
    return rows.list(
        "update legacy.legacy_mapping set target_id = ? where target_id = ? returning id",
        row -> Rows.id(row, "id"),
        to,
        from);
  }

  void moveBack(List<UUID> mappings, UUID first) {
    rows.update(
        "update legacy.legacy_mapping set target_id = ? where id = any (?)", first, mappings);
  }

  private static Mapping mapping(ResultSet row) throws SQLException {
    return new Mapping(
        Rows.id(row, "id"),
        new Source(
            row.getString("source_system"),
            row.getString("source_table"),
            row.getString("source_key")),
        Rows.id(row, "target_id"),
        row.getLong("target_version"),
        row.getBytes("row_hash"),
        Rows.instant(row, "first_at"));
  }
}
