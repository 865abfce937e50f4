package org.medflow.identity.boundary;

import static org.medflow.platform.security.Permission.VIEW_AUDIT;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.identity.control.StaffQuery;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/** Who works in the caller's clinics, as far as others need to know. */
@Stateless
public class StaffDirectory {

  @Inject StaffQuery staff;

  /** Names of accounts by their ids, for whoever may see who did what. */
  @Requires(VIEW_AUDIT)
  public Map<UUID, String> names(Collection<UUID> users) {
    return staff.names(users);
  }

  /** Active staff with a clinical role, by name. */
  @Requires
  public List<StaffMember> clinical() {
    return staff.clinical(Actors.current().clinics());
  }
}
