package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/**
 * What a run keeps for itself: the keys that a dry run would have brought in, and what records held
 * before they were changed.
 */
@ApplicationScoped
public class ImportNoteQuery {

  /** A key that a dry run would have brought in. */
  record DryKey(String key, byte[] hash) {}

  /** What a record held; version is the one that the run left it with. */
  record Image(UUID id, UUID mapping, UUID target, long version, byte[] hash, byte[] image) {}

  @Inject Rows rows;

  void dry(Claim claim, String table, List<DryKey> keys) {
    if (keys.isEmpty()) {
      return;
    }
    rows.update(
        """
        create temporary table if not exists bulk_dry on commit delete rows
            as table legacy.dry_key with no data
        """);
    var text = new CopyRows();
    keys.forEach(k -> text.row(claim.run(), claim.clinic(), table, k.key(), k.hash()));
    var columns = "run_id, clinic_id, source_table, source_key, row_hash";
    rows.copy("pg_temp.bulk_dry", columns, text);
    rows.update(
        "insert into legacy.dry_key (%1$s) select %1$s from pg_temp.bulk_dry on conflict do nothing"
            .formatted(columns));
  }

  /** Those of the keys that the dry run has met, with their hashes. */
  Map<String, byte[]> dryKeys(UUID run, Collection<String> tables, Collection<String> keys) {
    var found = new HashMap<String, byte[]>();
    rows.list(
        """
        select source_key, row_hash from legacy.dry_key
         where run_id = ? and source_table = any (?) and source_key = any (?)
        """,
        row -> found.put(row.getString(1), row.getBytes(2)),
        run,
        tables,
        keys);
    return found;
  }

  /** A dry run has ended: whom and what it met is forgotten. */
  public void forgetDry(UUID run) {
    rows.update("delete from legacy.dry_key where run_id = ?", run);
  }

  void before(Claim claim, LegacyMappingQuery.Mapping mapping, byte[] image) {
    rows.update(
        """
        insert into legacy.before_image (id, run_id, clinic_id, mapping_id, version, row_hash,
            image)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        claim.run(),
        claim.clinic(),
        mapping.id(),
        mapping.version(),
        mapping.hash(),
        image);
  }

  /** Images of a table that were not used yet, the newest first. */
  List<Image> images(UUID run, LegacyTable table, int most) {
    return rows.list(
        """
        select b.id, b.mapping_id, m.target_id, m.target_version, b.row_hash, b.image
          from legacy.before_image b join legacy.legacy_mapping m on m.id = b.mapping_id
         where b.run_id = ? and m.source_table = ? order by b.id desc limit ?
        """,
        row ->
            new Image(
                Rows.id(row, "id"),
                Rows.id(row, "mapping_id"),
                Rows.id(row, "target_id"),
                row.getLong("target_version"),
                row.getBytes("row_hash"),
                row.getBytes("image")),
        run,
        table.title(),
        most);
  }

  void used(UUID image) {
    rows.update("delete from legacy.before_image where id = ?", image);
  }
}
