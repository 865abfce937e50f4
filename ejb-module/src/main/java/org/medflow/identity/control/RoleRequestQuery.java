package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.identity.boundary.RoleRequestView;
import org.medflow.identity.entity.RoleRequest;
import org.medflow.platform.store.Rows;

/** Requests to give a role, in the clinic of the call. */
@ApplicationScoped
public class RoleRequestQuery {

  @Inject Rows rows;

  /** Adds a request, unless the same is waiting already. */
  public boolean ask(RoleRequest request) {
    rows.update(
        """
        update medflow.role_request set state = 'expired', decided_at = expires_at
         where clinic_id = ? and user_id = ? and role = ? and state = 'pending'
           and expires_at <= ?
        """,
        request.clinic(),
        request.user(),
        request.role(),
        request.askedAt());
    return rows.update(
            """
            insert into medflow.role_request
              (id, clinic_id, user_id, role, asked_by, asked_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (clinic_id, user_id, role) where state = 'pending' do nothing
            """,
            request.id(),
            request.clinic(),
            request.user(),
            request.role(),
            request.askedBy(),
            request.askedAt(),
            request.until())
        == 1;
  }

  /** Carries a request out that nobody else could have decided. */
  public void alone(UUID id, Instant now) {
    rows.update(
        "update medflow.role_request set state = 'alone', decided_at = ? where id = ?", now, id);
  }

  /** How many others could decide this request: they work here, are active and can sign in. */
  public int deciders(RoleRequest request) {
    return rows.first(
            """
            select count(distinct u.id)::int as others from medflow.app_user u
              join medflow.user_role r on r.user_id = u.id and r.clinic_id = ?
              join medflow.role_permission p on p.role = r.role and p.permission = 'manage_users'
             where u.active and u.password_hash is not null and u.id <> ? and u.id <> ?
               and (not ?::boolean or exists (
                     select 1 from medflow.user_role s
                       join medflow.role_permission q
                         on q.role = s.role and q.permission = 'manage_system'
                      where s.user_id = u.id and s.clinic_id = r.clinic_id))
            """,
            row -> row.getInt("others"),
            request.clinic(),
            request.askedBy(),
            request.user(),
            FourEyes.administrative(request.role()))
        .orElse(0);
  }

  public Optional<RoleRequest> byId(UUID id) {
    return rows.first(
        """
        select id, clinic_id, user_id, role, asked_by, asked_at, expires_at
          from medflow.role_request where id = ?
        """,
        row ->
            new RoleRequest(
                Rows.id(row, "id"),
                Rows.id(row, "clinic_id"),
                Rows.id(row, "user_id"),
                row.getString("role"),
                Rows.id(row, "asked_by"),
                Rows.instant(row, "asked_at"),
                Rows.instant(row, "expires_at")),
        id);
  }

  /** Decides a request that waits; false when somebody was quicker. The row decides a race. */
  public boolean decide(UUID id, String state, UUID decider, Instant now) {
    return rows.update(
            """
            update medflow.role_request set state = ?, decided_by = ?::uuid, decided_at = ?
             where id = ? and state = 'pending'
            """,
            state,
            decider,
            now,
            id)
        == 1;
  }

  /** Roles that this person waits for in the clinic of the call. */
  public List<String> waiting(UUID user, Instant now) {
    return rows.list(
        """
        select role from medflow.role_request
         where user_id = ? and state = 'pending' and expires_at > ? order by role
        """,
        row -> row.getString("role"),
        user,
        now);
  }

  public int waiting(Instant now) {
    return rows.first(
            """
            select count(*)::int as waiting from medflow.role_request
             where state = 'pending' and expires_at > ?
            """,
            row -> row.getInt("waiting"),
            now)
        .orElse(0);
  }

  /** Those that wait, then those of the last weeks, the newest first. */
  public List<RoleRequestView> recent(UUID viewer, Instant since, Instant now) {
    return rows.list(
        """
        select q.id, q.user_id, concat_ws(' ', u.last_name, u.first_name) as name, q.role,
               concat_ws(' ', a.last_name, a.first_name) as asker, q.asked_at, q.expires_at,
               concat_ws(' ', d.last_name, d.first_name) as decider, q.decided_at,
               case when q.state = 'pending' and q.expires_at <= ? then 'expired'
                    else q.state end as state,
               q.asked_by = ? as mine, q.user_id = ? as about_me
          from medflow.role_request q
          join medflow.app_user u on u.id = q.user_id
          join medflow.app_user a on a.id = q.asked_by
          left join medflow.app_user d on d.id = q.decided_by
         where q.state = 'pending' or q.asked_at > ?
         order by q.state <> 'pending', q.asked_at desc, q.id desc limit 100
        """,
        RoleRequestQuery::view,
        now,
        viewer,
        viewer,
        since);
  }

  private static RoleRequestView view(ResultSet row) throws SQLException {
    return new RoleRequestView(
        Rows.id(row, "id"),
        Rows.id(row, "user_id"),
        row.getString("name"),
        row.getString("role"),
        row.getString("asker"),
        Rows.instant(row, "asked_at"),
        Rows.instant(row, "expires_at"),
        row.getString("state"),
        row.getString("decider"),
        Rows.instant(row, "decided_at"),
        row.getBoolean("mine"),
        row.getBoolean("about_me"));
  }
}
