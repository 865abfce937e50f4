package org.medflow.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.medflow.platform.store.Rows;

/** The table behind the live events. */
@ApplicationScoped
class LiveEventQuery {

  @Inject Rows rows;

  void add(UUID clinic, String topic, String entity, UUID id) {
    rows.update(
        "insert into medflow.live_event (clinic_id, topic, entity, entity_id) values (?, ?, ?, ?)",
        clinic,
        topic,
        entity,
        id);
  }

  List<LiveEvent> since(long seq, Collection<UUID> clinics, Collection<String> topics, int most) {
    return rows.list(
        """
        select seq, clinic_id, topic, entity, entity_id from medflow.live_event
         where seq > ? and clinic_id = any (?) and topic = any (?) order by seq limit ?
        """,
        LiveEventQuery::event,
        seq,
        clinics,
        topics,
        most);
  }

  /** Committed events whose transaction began after {@code from}. */
  List<LiveEvent> begunAfter(Instant from) {
    return rows.list(
        """
        select seq, clinic_id, topic, entity, entity_id from medflow.live_event
         where at > ? order by seq limit 5000
        """,
        LiveEventQuery::event,
        from);
  }

  int forget(Instant before) {
    return rows.update("delete from medflow.live_event where at < ?", before);
  }

  private static LiveEvent event(ResultSet row) throws SQLException {
    return new LiveEvent(
        row.getLong("seq"),
        Rows.id(row, "clinic_id"),
        row.getString("topic"),
        row.getString("entity"),
        Rows.id(row, "entity_id"));
  }
}
