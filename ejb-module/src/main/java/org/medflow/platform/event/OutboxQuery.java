package org.medflow.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.Ids;
import org.medflow.platform.store.Rows;

/** The outbox table: added to by rooms, leased by senders, ordered per key. */
@ApplicationScoped
class OutboxQuery {

  private static final int MOST_ATTEMPTS = 8;

  @Inject Rows rows;

  protected OutboxQuery() {}

  OutboxQuery(Rows rows) {
    this.rows = rows;
  }

  void add(String room, String type, String key, String json) {
    rows.update(
        "insert into medflow.outbox (id, room, type, key, payload) values (?, ?, ?, ?, ?::jsonb)",
        Ids.next(),
        room,
        type,
        key,
        json);
  }

  /** Adds a message that leaves when its time has come, unless the key has one already. */
  void plan(OutboxMessage message, Instant due) {
    rows.update(
        """
        insert into medflow.outbox (id, room, type, key, payload, due_at)
        select ?, ?, ?, ?, ?::jsonb, ?
         where not exists (select 1 from medflow.outbox o
                            where o.room = ? and o.key = ? and o.sent_at is null)
        on conflict do nothing
        """,
        message.id(),
        message.room(),
        message.type(),
        message.key(),
        message.json(),
        due,
        message.room(),
        message.key());
  }

  /** Takes back what was not sent. */
  void withdraw(String room, String key) {
    rows.update(
        "delete from medflow.outbox where room = ? and key = ? and sent_at is null", room, key);
  }

  /**
   * Leases due messages of these types for a minute; of one key only the oldest unsent one is ever
   * out. What nobody can send yet waits.
   */
  List<OutboxMessage> lease(int most, Collection<String> types) {
    return rows.list(
        """
        update medflow.outbox o
           set lease_till = now() + interval '1 minute', attempts = o.attempts + 1
         where o.id in (
           select c.id from medflow.outbox c
            where c.type = any (?::text[])
              and c.sent_at is null and c.parked_at is null and c.due_at <= now()
              and (c.lease_till is null or c.lease_till < now())
              and not exists (select 1 from medflow.outbox earlier
                               where earlier.room = c.room and earlier.key = c.key
                                 and earlier.seq < c.seq and earlier.sent_at is null
                                 and earlier.parked_at is null)
            order by c.seq limit ? for update skip locked)
        returning o.id, o.room, o.type, o.key, o.payload::text as json, o.attempts
        """,
        row ->
            new OutboxMessage(
                Rows.id(row, "id"),
                row.getString("room"),
                row.getString("type"),
                row.getString("key"),
                row.getString("json"),
                row.getInt("attempts")),
        types,
        most);
  }

  long parked() {
    return count("select count(*) from medflow.outbox where parked_at is not null");
  }

  long waiting() {
    return count("select count(*) from medflow.outbox where sent_at is null and parked_at is null");
  }

  private long count(String sql) {
    return rows.first(sql, row -> row.getLong(1)).orElse(0L);
  }

  void sent(UUID id) {
    rows.update("update medflow.outbox set sent_at = now(), lease_till = null where id = ?", id);
  }

  /** Waits 2, 4, 8 … seconds; after eight attempts a person has to look. */
  void failed(UUID id, String failure) {
    rows.update(
        """
        update medflow.outbox
           set failure = left(?, 500), lease_till = null,
               due_at = now() + make_interval(secs => power(2, attempts)),
               parked_at = case when attempts >= ? then now() end
         where id = ?
        """,
        failure,
        MOST_ATTEMPTS,
        id);
  }
}
