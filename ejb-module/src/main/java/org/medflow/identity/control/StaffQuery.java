package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.medflow.identity.boundary.StaffMember;
import org.medflow.platform.store.Rows;

/** Reads lists of staff. */
@ApplicationScoped
public class StaffQuery {

  @Inject Rows rows;

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
