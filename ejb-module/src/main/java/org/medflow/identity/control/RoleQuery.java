package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medflow.platform.security.Permission;
import org.medflow.platform.store.Rows;

/** Roles and what they may, as data. */
@ApplicationScoped
public class RoleQuery {

  @Inject Rows rows;

  public Set<String> roles() {
    return Set.copyOf(rows.list("select code from medflow.role", row -> row.getString(1)));
  }

  /** Every right that some role holds, as it stands in the database. */
  public Set<String> granted() {
    return Set.copyOf(
        rows.list(
            "select distinct permission from medflow.role_permission", row -> row.getString(1)));
  }

  public void give(UUID user, UUID clinic, String role) {
    rows.update(
        "insert into medflow.user_role (user_id, clinic_id, role) values (?, ?, ?)",
        user,
        clinic,
        role);
  }

  /** Gives a role that she may hold already. */
  public void giveOnce(UUID user, UUID clinic, String role) {
    rows.update(
        """
        insert into medflow.user_role (user_id, clinic_id, role) values (?, ?, ?)
        on conflict do nothing
        """,
        user,
        clinic,
        role);
  }

  public boolean take(UUID user, UUID clinic, String role) {
    return rows.update(
            "delete from medflow.user_role where user_id = ? and clinic_id = ? and role = ?",
            user,
            clinic,
            role)
        == 1;
  }

  /** What each role may do, by the role's code. */
  public Map<String, List<String>> rights() {
    var rights = new TreeMap<String, List<String>>();
    rows.list(
        "select role, permission from medflow.role_permission order by role, permission",
        row ->
            rights
                .computeIfAbsent(row.getString("role"), any -> new ArrayList<>())
                .add(row.getString("permission")));
    return rights;
  }

  /** Whether this person works in a clinic in which that one may not manage users. */
  public boolean beyond(UUID user, UUID caller) {
    return rows.first(
            """
            select 1 from medflow.user_role r
             where r.user_id = ?
               and not exists (select 1 from medflow.user_role c
                                 join medflow.role_permission p on p.role = c.role
                                where c.user_id = ? and c.clinic_id = r.clinic_id
                                  and p.permission = 'manage_users')
             limit 1
            """,
            row -> true,
            user,
            caller)
        .isPresent();
  }

  /** The roles that she holds anywhere. */
  public Set<String> everywhere(UUID user) {
    return Set.copyOf(
        rows.list(
            "select distinct role from medflow.user_role where user_id = ?",
            row -> row.getString("role"),
            user));
  }

  public List<String> rolesOf(UUID user, UUID clinic) {
    return rows.list(
        "select role from medflow.user_role where user_id = ? and clinic_id = ? order by role",
        row -> row.getString(1),
        user,
        clinic);
  }

  /** Where this user may work, closed clinics left out. */
  public List<UUID> clinicsOf(UUID user) {
    return rows.list(
        """
        select c.id from medflow.clinic c
         where c.status <> 'inactive'
           and exists (select 1 from medflow.user_role r
                        where r.user_id = ? and r.clinic_id = c.id)
         order by c.code
        """,
        row -> Rows.id(row, "id"),
        user);
  }

  public Set<Permission> permissionsOf(UUID user, UUID clinic) {
    return rows
        .list(
            """
            select distinct p.permission from medflow.user_role r
              join medflow.role_permission p on p.role = r.role
             where r.user_id = ? and r.clinic_id = ?
            """,
            row -> Permission.of(row.getString(1)),
            user,
            clinic)
        .stream()
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
  }
}
