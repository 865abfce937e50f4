package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.medflow.identity.boundary.StaffFilter;
import org.medflow.identity.boundary.StaffRow;
import org.medflow.identity.boundary.StaffView.RolesAt;
import org.medflow.platform.store.Rows;

/** Accounts as those see them who manage users: of one clinic, where they work or soon will. */
@ApplicationScoped
public class AccountQuery {

  private static final int WORDS = 6;

  @Inject Rows rows;

  /** By name, from behind the cursor on. */
  public List<StaffRow> find(UUID clinic, StaffFilter filter, Instant now) {
    return asked(clinic, null, filter, now);
  }

  /** One account, if it is to be seen from this clinic. */
  public Optional<StaffRow> one(UUID clinic, UUID user, Instant now) {
    return asked(clinic, user, new StaffFilter(null, null, null, 1), now).stream().findFirst();
  }

  /** One more than the size asked for, so that the end is known. */
  private List<StaffRow> asked(UUID clinic, UUID only, StaffFilter filter, Instant now) {
    var behind = filter.cursor() == null ? null : UUID.fromString(filter.cursor());
    return rows.list(
        """
        select a.* from (
          select u.id, u.username, u.first_name, u.last_name, u.active, u.version,
                 u.password_hash is null as invited, p.asked_at as password_asked,
                 array(select r.role from medflow.user_role r
                        where r.user_id = u.id and r.clinic_id = ? order by 1) as roles,
                 array(select q.role from medflow.role_request q
                        where q.user_id = u.id and q.clinic_id = ? and q.state = 'pending'
                          and q.expires_at > ? order by 1) as waiting,
                 u.id in (select user_id from medflow.user_factor
                          union all select user_id from medflow.user_passkey) as factor,
                 (select max(s.created_at) from medflow.user_session s
                   where s.user_id = u.id) as last_sign_in
            from medflow.app_user u left join medflow.password_request p on p.user_id = u.id
           where (?::uuid is null or u.id = ?)
             and (?::boolean is null or u.active = ?)
             and (?::uuid is null or (lower(u.last_name), lower(u.first_name), u.id)
                  > (select lower(c.last_name), lower(c.first_name), c.id
                       from medflow.app_user c where c.id = ?))
             and not exists (select 1 from unnest(?::text[]) as word
               where strpos(lower(concat_ws(' ', u.last_name, u.first_name, u.username)), word) = 0)
        ) a where cardinality(a.roles) + cardinality(a.waiting) > 0
         order by lower(a.last_name), lower(a.first_name), a.id limit ?
        """,
        AccountQuery::row,
        clinic,
        clinic,
        now,
        only,
        only,
        filter.active(),
        filter.active(),
        behind,
        behind,
        words(filter.text()),
        filter.size() + 1);
  }

  /** Whether an account is to be seen from this clinic: she works there, or is to. */
  public boolean seen(UUID user, UUID clinic, Instant now) {
    return rows.first(
            """
            select 1 where exists (select 1 from medflow.user_role
                                    where user_id = ? and clinic_id = ?)
                        or exists (select 1 from medflow.role_request
                                    where user_id = ? and clinic_id = ? and state = 'pending'
                                      and expires_at > ?)
            """,
            row -> true,
            user,
            clinic,
            user,
            clinic,
            now)
        .isPresent();
  }

  /** Her roles in every clinic in which the caller manages users. */
  public List<RolesAt> clinics(UUID user, UUID caller) {
    return rows.list(
        """
        select c.code, c.name, array_agg(r.role order by r.role) as roles
          from medflow.user_role r join medflow.clinic c on c.id = r.clinic_id
         where r.user_id = ?
           and exists (select 1 from medflow.user_role m
                         join medflow.role_permission p on p.role = m.role
                        where m.user_id = ? and m.clinic_id = r.clinic_id
                          and p.permission = 'manage_users')
         group by c.code, c.name order by c.code
        """,
        row -> new RolesAt(row.getString("code"), row.getString("name"), texts(row, "roles")),
        user,
        caller);
  }

  /** Until when an open link of hers is good; null without one. */
  public Instant linkUntil(UUID user, Instant now) {
    return rows.first(
            """
            select expires_at from medflow.one_time_link
             where user_id = ? and used_at is null and replaced_at is null and expires_at > ?
            """,
            row -> Rows.instant(row, "expires_at"),
            user,
            now)
        .orElse(null);
  }

  /** Remembers that whoever has this name wants a new password; one row, however often. */
  public List<UUID> passwordAsked(String username, Instant now) {
    return rows.list(
        """
        insert into medflow.password_request (user_id, asked_at)
        select u.id, ? from medflow.app_user u where u.username = ? and u.active
        on conflict (user_id) do update set asked_at = excluded.asked_at
        returning user_id
        """,
        row -> Rows.id(row, "user_id"),
        now,
        username);
  }

  public void passwordAnswered(UUID user) {
    rows.update("delete from medflow.password_request where user_id = ?", user);
  }

  private static StaffRow row(ResultSet row) throws SQLException {
    return new StaffRow(
        Rows.id(row, "id"),
        row.getString("username"),
        row.getString("first_name"),
        row.getString("last_name"),
        texts(row, "roles"),
        texts(row, "waiting"),
        row.getBoolean("active"),
        row.getBoolean("invited"),
        row.getBoolean("factor"),
        Rows.instant(row, "last_sign_in"),
        Rows.instant(row, "password_asked"),
        row.getLong("version"));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static List<String> words(String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).limit(WORDS).toList();
  }
}
