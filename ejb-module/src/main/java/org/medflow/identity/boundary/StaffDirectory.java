package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.medflow.identity.control.StaffQuery;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/** Who works in the caller's clinics, as far as others need to know. */
@Stateless
public class StaffDirectory {

  @Inject StaffQuery staff;

  /** Active staff with a clinical role, by name. */
  @Requires
  public List<StaffMember> clinical() {
    return staff.clinical(Actors.current().clinics());
  }
}
