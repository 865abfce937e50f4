package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.store.Rows;

/** Sessions: the row is the truth, whatever a cookie or a token says. */
@ApplicationScoped
public class SessionQuery {

  /** Without a request for this long a session is over. */
  public static final Duration IDLE = Duration.ofHours(2);

  /** However busy, a session is over after this. */
  public static final Duration ABSOLUTE = Duration.ofHours(12);

  private static final Duration TOUCH = Duration.ofMinutes(1);

  @Inject Rows rows;

  /** A live session of an active user. */
  public record Live(UUID id, UUID user, UUID clinic, Instant seen) {
    boolean stale(Instant now) {
      return seen.isBefore(now.minus(TOUCH));
    }
  }

  /** Where a session came from. */
  public record Origin(String address, String agent) {}

  public void open(Live session, Instant now, Origin origin) {
    rows.update(
        """
        insert into medflow.user_session
          (id, user_id, clinic_id, created_at, last_seen_at, expires_at, address, agent)
        values (?, ?, ?, ?, ?, ?, ?, left(?, 200))
        """,
        session.id(),
        session.user(),
        session.clinic(),
        now,
        now,
        now.plus(ABSOLUTE),
        origin.address(),
        origin.agent());
  }

  /** The session if it is alive now; remembers once a minute that it was used. */
  public Optional<Live> live(UUID id, Instant now) {
    var found =
        rows.first(
            """
            select s.id, s.user_id, s.clinic_id, s.last_seen_at from medflow.user_session s
              join medflow.app_user u on u.id = s.user_id and u.active
             where s.id = ? and s.ended_at is null and s.expires_at > ? and s.last_seen_at > ?
            """,
            row ->
                new Live(
                    Rows.id(row, "id"),
                    Rows.id(row, "user_id"),
                    Rows.id(row, "clinic_id"),
                    Rows.instant(row, "last_seen_at")),
            id,
            now,
            now.minus(IDLE));
    found.filter(session -> session.stale(now)).ifPresent(session -> touch(session.id(), now));
    return found;
  }

  public void end(UUID id, Instant now) {
    rows.update(
        "update medflow.user_session set ended_at = ? where id = ? and ended_at is null", now, id);
  }

  public void choose(UUID id, UUID clinic) {
    rows.update("update medflow.user_session set clinic_id = ? where id = ?", clinic, id);
  }

  private void touch(UUID id, Instant now) {
    rows.update("update medflow.user_session set last_seen_at = ? where id = ?", now, id);
  }
}
