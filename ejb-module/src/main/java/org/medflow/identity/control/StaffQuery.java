package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.identity.boundary.StaffMember;
import org.medflow.platform.store.Rows;

/** Reads lists of staff. */
@ApplicationScoped
public class StaffQuery {

  @Inject Rows rows;

  /** Names of accounts, whether they are active or not; nobody's under an id that is none. */
  public Map<UUID, String> names(Collection<UUID> users) {
    var names = new HashMap<UUID, String>();
    if (!users.isEmpty()) {
      rows.list(
          """
          select id, concat_ws(' ', last_name, first_name) as name from medflow.app_user
           where id = any (?)
          """,
          row -> names.put(Rows.id(row, "id"), row.getString("name")),
          users);
    }
    return names;
  }

  /** Active staff with a clinical role in one of these clinics. */
  public List<StaffMember> clinical(Collection<UUID> clinics) {
    return rows.list(
        """
        select distinct u.id, concat_ws(' ', u.last_name, u.first_name) as name
          from medflow.app_user u
          join medflow.user_role ur on ur.user_id = u.id
          join medflow.role r on r.code = ur.role
         where u.active and r.clinical and ur.clinic_id = any (?) order by 2
        """,
        row -> new StaffMember(Rows.id(row, "id"), row.getString("name")),
        clinics);
  }
}
