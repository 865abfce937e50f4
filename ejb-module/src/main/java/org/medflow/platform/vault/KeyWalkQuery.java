package org.medflow.platform.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.store.Rows;
import org.medflow.platform.vault.KeyState.Count;
import org.medflow.platform.vault.KeyState.Failure;
import org.medflow.platform.vault.SealedColumnQuery.Kept;
import org.medflow.platform.vault.SealedColumnQuery.Use;

/** How far a re-encryption is, and what was counted and found on the way. */
@ApplicationScoped
class KeyWalkQuery {

  @Inject Rows rows;

  boolean open(int key) {
    return rows.first(
            "select 1 from medflow.key_walk where state <> 'DONE' and key_id = ? limit 1",
            row -> 1,
            key)
        .isPresent();
  }

  /**
   * Takes the lease or renews it, in the transaction of the step that follows: its row stays locked
   * until the commit, so whoever lost it meanwhile commits nothing.
   */
  boolean lease(String holder) {
    return rows.first(
            """
            insert into medflow.lease as held (name, holder, till)
            values ('key-walk', ?, clock_timestamp() + interval '10 seconds')
            on conflict (name) do update
               set holder = excluded.holder, till = excluded.till,
                   fence = held.fence + (held.holder <> excluded.holder)::int
             where held.holder = excluded.holder or held.till < clock_timestamp()
            returning fence
            """,
            row -> row.getLong(1),
            holder)
        .isPresent();
  }

  List<Walk> all() {
    return rows.list(
        """
        select table_name, column_name, key_id, state, after, total, resealed, began_at, passed_at
          from medflow.key_walk order by table_name, column_name
        """,
        KeyWalkQuery::walk);
  }

  Optional<Walk> current() {
    return all().stream().filter(walk -> walk.state() != Walk.State.DONE).findFirst();
  }

  void begin(Column column, int key, long total) {
    rows.update(
        """
        insert into medflow.key_walk (table_name, column_name, key_id, state, total)
        values (?, ?, ?, 'WAITING', ?)
        on conflict (table_name, column_name) do update
           set key_id = excluded.key_id, state = 'WAITING', after = default,
               total = excluded.total, resealed = 0, pass = 1, began_at = null, passed_at = null,
               moved_at = null, ended_at = null
        """,
        column.table(),
        column.name(),
        key,
        total);
  }

  /** A batch is done, and perhaps with it the pass. */
  void moved(Walk walk, UUID after, int resealed, boolean passed) {
    rows.update(
        """
        update medflow.key_walk
           set state = case when ? then 'CHECKING' else 'WALKING' end, after = ?,
               resealed = resealed + ?, began_at = coalesce(began_at, clock_timestamp()),
               moved_at = clock_timestamp(), passed_at = null
         where table_name = ? and column_name = ?
        """,
        passed,
        after,
        resealed,
        walk.column().table(),
        walk.column().name());
  }

  /** The pass is committed: whoever begins from now on sees nothing of the old. */
  void passed(Walk walk) {
    rows.update(
        """
        update medflow.key_walk set passed_at = clock_timestamp()
         where table_name = ? and column_name = ?
        """,
        walk.column().table(),
        walk.column().name());
  }

  void again(Walk walk) {
    rows.update(
        """
        update medflow.key_walk
           set state = 'WALKING', after = default, pass = pass + 1, passed_at = null
         where table_name = ? and column_name = ?
        """,
        walk.column().table(),
        walk.column().name());
  }

  void done(Walk walk) {
    rows.update(
        """
        update medflow.key_walk set state = 'DONE', ended_at = clock_timestamp()
         where table_name = ? and column_name = ?
        """,
        walk.column().table(),
        walk.column().name());
  }

  /** Whether a transaction of the server is open that began before this moment. */
  boolean busySince(Instant moment) {
    return rows.first(
            """
            select 1 from pg_stat_activity
             where usename = current_user and datname = current_database()
               and pid <> pg_backend_pid() and xact_start < ? limit 1
            """,
            row -> 1,
            moment)
        .isPresent();
  }

  void failed(Column column, Kept value) {
    rows.update(
        """
        insert into medflow.key_failure (table_name, column_name, id, key_id)
        values (?, ?, ?, ?) on conflict do nothing
        """,
        column.table(),
        column.name(),
        value.id(),
        Vault.keyOf(value.sealed()));
  }

  void forgetFailures() {
    rows.update("delete from medflow.key_failure");
  }

  List<Failure> failures(int most) {
    return rows.list(
        """
        select table_name, column_name, id, key_id, seen_at from medflow.key_failure
         order by table_name, column_name, id limit ?
        """,
        row ->
            new Failure(
                column(row),
                Rows.id(row, "id"),
                row.getLong("key_id"),
                Rows.instant(row, "seen_at")),
        most);
  }

  long failed() {
    return rows.first("select count(*) from medflow.key_failure", row -> row.getLong(1)).orElse(0L);
  }

  void counted(Column column, List<Use> uses) {
    rows.update(
        "delete from medflow.key_use where table_name = ? and column_name = ?",
        column.table(),
        column.name());
    uses.forEach(use -> counted(column, use));
  }

  private void counted(Column column, Use use) {
    rows.update(
        """
        insert into medflow.key_use (table_name, column_name, key_id, amount)
        values (?, ?, ?, ?) on conflict (table_name, column_name, key_id) do update
           set amount = excluded.amount, counted_at = now()
        """,
        column.table(),
        column.name(),
        use.key(),
        use.amount());
  }

  List<Count> counts() {
    return rows.list(
        """
        select table_name, column_name, key_id, amount, counted_at from medflow.key_use
         order by table_name, column_name, key_id
        """,
        row ->
            new Count(
                column(row),
                row.getLong("key_id"),
                row.getLong("amount"),
                Rows.instant(row, "counted_at")));
  }

  private static Walk walk(ResultSet row) throws SQLException {
    return new Walk(
        column(row),
        row.getInt("key_id"),
        Walk.State.valueOf(row.getString("state")),
        Rows.id(row, "after"),
        new Walk.Amounts(row.getLong("total"), row.getLong("resealed")),
        new Walk.Times(Rows.instant(row, "began_at"), Rows.instant(row, "passed_at")));
  }

  private static Column column(ResultSet row) throws SQLException {
    return new Column(row.getString("table_name"), row.getString("column_name"));
  }
}
