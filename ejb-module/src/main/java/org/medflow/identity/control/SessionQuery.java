package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.medflow.platform.security.Permission;
import org.medflow.platform.store.Rows;
import org.medflow.platform.store.StoreException;

/** Sessions: the row is the truth, whatever a cookie or a token says. */
@ApplicationScoped
public class SessionQuery {

  /** Without a request for this long a session is over. */
  public static final Duration IDLE = Duration.ofHours(2);

  /** However busy, a session is over after this. */
  public static final Duration ABSOLUTE = Duration.ofHours(12);

  private static final Duration TOUCH = Duration.ofMinutes(1);
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @Inject Rows rows;

  /** A session as it is opened. */
  public record Live(UUID id, UUID user, UUID clinic) {}

  /** A live session with everything a request needs to know about its user. */
  public record Present(
      UUID id,
      UUID user,
      String username,
      String language,
      UUID clinic,
      Instant seen,
      Instant proven,
      Set<Permission> permissions) {}

  /** A session as its user sees it. */
  public record Listed(
      UUID id,
      Instant createdAt,
      Instant lastSeenAt,
      Instant expiresAt,
      Origin from,
      Novelty novelty) {}

  /** What none of her earlier sessions had; nothing is new about her first. */
  public record Novelty(boolean address, boolean agent) {}

  /** When a session was opened, and the one before it, or the account if it is the first. */
  public record Visit(Instant before, Instant at) {}

  /** Where a session came from. */
  public record Origin(String address, String agent) {}

  public void open(Live session, Instant now, Origin origin) {
    rows.update(
        """
        insert into medflow.user_session
          (id, user_id, clinic_id, created_at, proven_at, last_seen_at, expires_at, address, agent)
        values (?, ?, ?, ?, ?, ?, ?, ?, left(?, 200))
        """,
        session.id(),
        session.user(),
        session.clinic(),
        now,
        now,
        now,
        now.plus(ABSOLUTE),
        origin.address(),
        origin.agent());
  }

  /**
   * The session with its user's rights in a clinic; remembers once a minute that it was used.
   *
   * @param clinic id or code, null for the session's own; no rights when it is not the user's
   */
  public Optional<Present> present(UUID id, String clinic, Instant now) {
    var found = peek(id, clinic, now);
    found
        .filter(session -> session.seen().isBefore(now.minus(TOUCH)))
        .ifPresent(session -> touch(session.id(), now));
    return found;
  }

  /**
   * The same unseen: one statement, because every request asks. Nobody looks at a connection before
   * it is used; so this question, the first of a request, is the one that finds out that the
   * database was started anew (the pool then drops all idle connections), and is asked again.
   */
  public Optional<Present> peek(UUID id, String clinic, Instant now) {
    try {
      return asked(id, clinic, now);
    } catch (StoreException refused) {
      if (refused.connectionLost()) {
        return asked(id, clinic, now);
      }
      throw refused;
    }
  }

  private Optional<Present> asked(UUID id, String clinic, Instant now) {
    var code = clinic == null || asId(clinic).isPresent() ? null : clinic;
    return rows.first(
        """
        select s.id, s.user_id, s.last_seen_at, s.proven_at, u.username, u.language,
               c.id as clinic_id,
               array(select distinct p.permission from medflow.user_role r
                       join medflow.role_permission p on p.role = r.role
                      where r.user_id = s.user_id and r.clinic_id = c.id) as permissions
          from medflow.user_session s
          join medflow.app_user u on u.id = s.user_id and u.active
          left join medflow.clinic c
            on c.id = case when ?::text is null then coalesce(?::uuid, s.clinic_id)
                      else (select k.id from medflow.clinic k where k.code = ?) end
           and c.status <> 'inactive'
         where s.id = ? and s.ended_at is null and s.expires_at > ? and s.last_seen_at > ?
        """,
        SessionQuery::presentOf,
        code,
        clinic == null ? null : asId(clinic).orElse(null),
        code,
        id,
        now,
        now.minus(IDLE));
  }

  private static Present presentOf(ResultSet row) throws SQLException {
    var permissions = EnumSet.noneOf(Permission.class);
    for (var code : (String[]) row.getArray("permissions").getArray()) {
      permissions.add(Permission.of(code));
    }
    return new Present(
        Rows.id(row, "id"),
        Rows.id(row, "user_id"),
        row.getString("username"),
        row.getString("language"),
        Rows.id(row, "clinic_id"),
        Rows.instant(row, "last_seen_at"),
        Rows.instant(row, "proven_at"),
        permissions);
  }

  private static Optional<UUID> asId(String text) {
    return Optional.of(text).filter(UUID_TEXT.asMatchPredicate()).map(UUID::fromString);
  }

  /** False when it was over already. */
  public boolean end(UUID id, Instant now) {
    return rows.update(
            "update medflow.user_session set ended_at = ? where id = ? and ended_at is null",
            now,
            id)
        == 1;
  }

  /** Ends this session if it is the user's and open. */
  public boolean endOf(UUID user, UUID id, Instant now) {
    return rows.update(
            """
            update medflow.user_session set ended_at = ?
             where id = ? and user_id = ? and ended_at is null
            """,
            now,
            id,
            user)
        == 1;
  }

  /** Ends the user's sessions but this one, null for none; those that were open. */
  public List<UUID> endOthers(UUID user, UUID kept, Instant now) {
    return rows.list(
        """
        update medflow.user_session set ended_at = ?
         where user_id = ? and id is distinct from ?::uuid and ended_at is null and expires_at > ?
        returning id
        """,
        row -> Rows.id(row, "id"),
        now,
        user,
        kept,
        now);
  }

  /** Ends every session that works in this clinic. */
  public int endIn(UUID clinic, Instant now) {
    return rows.update(
        "update medflow.user_session set ended_at = ? where clinic_id = ? and ended_at is null",
        now,
        clinic);
  }

  /**
   * The user's sessions that may still be used, the one used last first. A program is known again
   * whatever numbers its name has: browsers change theirs every few weeks.
   */
  public List<Listed> openOf(UUID user, Instant now) {
    return rows.list(
        """
        select s.id, s.created_at, s.last_seen_at, s.expires_at, s.address, s.agent,
               not coalesce(earlier.address, true) as new_address,
               not coalesce(earlier.agent, true) as new_agent
          from medflow.user_session s
         cross join lateral (
               select bool_or(e.address is not distinct from s.address) as address,
                      bool_or(regexp_replace(coalesce(e.agent, ''), '[0-9]', '', 'g')
                              = regexp_replace(coalesce(s.agent, ''), '[0-9]', '', 'g')) as agent
                 from medflow.user_session e
                where e.user_id = s.user_id and e.created_at < s.created_at) earlier
         where s.user_id = ? and s.ended_at is null and s.expires_at > ? and s.last_seen_at > ?
         order by s.last_seen_at desc, s.id desc limit 100
        """,
        row ->
            new Listed(
                Rows.id(row, "id"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "last_seen_at"),
                Rows.instant(row, "expires_at"),
                new Origin(row.getString("address"), row.getString("agent")),
                new Novelty(row.getBoolean("new_address"), row.getBoolean("new_agent"))),
        user,
        now,
        now.minus(IDLE));
  }

  public Optional<Visit> visit(UUID id) {
    return rows.first(
        """
        select s.created_at,
               coalesce((select max(e.created_at) from medflow.user_session e
                          where e.user_id = s.user_id and e.created_at < s.created_at),
                        u.created_at) as before
          from medflow.user_session s join medflow.app_user u on u.id = s.user_id
         where s.id = ?
        """,
        row -> new Visit(Rows.instant(row, "before"), Rows.instant(row, "created_at")),
        id);
  }

  /** Her person has just proved who she is. */
  public void prove(UUID id, Instant now) {
    rows.update("update medflow.user_session set proven_at = ? where id = ?", now, id);
  }

  public void choose(UUID id, UUID clinic) {
    rows.update("update medflow.user_session set clinic_id = ? where id = ?", clinic, id);
  }

  private void touch(UUID id, Instant now) {
    rows.update("update medflow.user_session set last_seen_at = ? where id = ?", now, id);
  }
}
