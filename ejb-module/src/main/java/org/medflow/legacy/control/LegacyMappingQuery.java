package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.platform.Ids;
import org.medflow.platform.store.CopyRows;
import org.medflow.platform.store.Rows;

/** Which of our records stands for which row of an older system. */
@ApplicationScoped
public class LegacyMappingQuery {

  private static final String COLUMNS =
      """
      id, clinic_id, source_system, source_table, source_key, target_type, target_id,
      target_version, row_hash, first_run, last_run\
      """;

  /** The row of an older system that a record stands for. */
  public record Source(String system, String table, String key) {}

  /**
   * A record that stands for a row.
   *
   * @param version the record's version when the row was last taken in; a later one was edited here
   * @param lastRun the run that met the row last
   */
  public record Mapping(
      UUID id,
      Source source,
      UUID target,
      long version,
      byte[] hash,
      UUID lastRun,
      Instant firstAt) {}

  /** A mapping to be written: of an arrival, to a record of this version. */
  record Made(Arrival arrival, String type, UUID target, long version) {}

  @Inject Rows rows;

  /**
   * The mappings of these keys, by key, as far as their clinic is the caller's. Each key is looked
   * up by itself: of a table that was never analysed any other plan would read all of it.
   */
  Map<String, Mapping> find(LegacyTable table, Collection<String> keys) {
    var found = new HashMap<String, Mapping>();
    if (!keys.isEmpty()) {
      rows.list(
          """
          select m.* from unnest(?::text[]) as k(key)
           cross join lateral (
             select * from legacy.legacy_mapping l
              where l.source_system = ? and l.source_table = ? and l.source_key = k.key
             offset 0) m
          """,
          row -> found.put(row.getString("source_key"), mapping(row)),
          keys,
          table.system(),
          table.title());
    }
    return found;
  }

  /** Records of one type that these keys stand for in any of these tables. */
  Map<String, UUID> targets(Collection<LegacyTable> tables, Collection<String> keys) {
    var found = new HashMap<String, UUID>();
    if (!keys.isEmpty()) {
      rows.list(
          """
          select m.source_key, m.target_id
            from unnest(?::text[], ?::text[]) with ordinality as t(system, name, place)
           cross join unnest(?::text[]) as k(key)
           cross join lateral (
             select l.source_key, l.target_id from legacy.legacy_mapping l
              where l.source_system = t.system and l.source_table = t.name
                and l.source_key = k.key
             offset 0) m
           order by t.place desc
          """,
          row -> found.put(row.getString(1), Rows.id(row, "target_id")),
          tables.stream().map(LegacyTable::system).toList(),
          tables.stream().map(LegacyTable::title).toList(),
          keys);
    }
    return found;
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

  void add(Claim claim, LegacyTable table, List<Made> made) {
    rows.update(
        """
        create temporary table if not exists bulk_mapping on commit delete rows
            as table legacy.legacy_mapping with no data
        """);
    var text = new CopyRows();
    made.forEach(
        one ->
            text.row(
                Ids.next(),
                claim.clinic(),
                table.system(),
                table.title(),
                one.arrival().key(),
                one.type(),
                one.target(),
                one.version(),
                one.arrival().hash(),
                claim.run(),
                claim.run()));
    rows.copy("pg_temp.bulk_mapping", COLUMNS, text);
    rows.update(
        "insert into legacy.legacy_mapping (%1$s) select %1$s from pg_temp.bulk_mapping"
            .formatted(COLUMNS));
  }

  /** These rows were met again as they were. */
  void seen(UUID run, Collection<UUID> mappings) {
    rows.update(
        "update legacy.legacy_mapping set last_run = ?, last_at = now() where id = any (?)",
        run,
        mappings);
  }

  void changed(UUID mapping, UUID run, long version, byte[] hash) {
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

  /** How many records of a table this run has made a mapping for. */
  long made(UUID run, LegacyTable table) {
    return rows.list(
            "select count(*) from legacy.legacy_mapping where first_run = ? and source_table = ?",
            row -> row.getLong(1),
            run,
            table.title())
        .get(0);
  }

  /** Some of the mappings that a run made in a table and that were not looked at yet. */
  List<Mapping> madeBy(UUID run, LegacyTable table, UUID after, int most) {
    return rows.list(
        """
        select * from legacy.legacy_mapping
         where first_run = ? and source_table = ? and id > ? order by id limit ?
        """,
        LegacyMappingQuery::mapping,
        run,
        table.title(),
        after,
        most);
  }

  void drop(Collection<UUID> mappings) {
    rows.update("delete from legacy.legacy_mapping where id = any (?)", mappings);
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
        Rows.id(row, "last_run"),
        Rows.instant(row, "first_at"));
  }
}
