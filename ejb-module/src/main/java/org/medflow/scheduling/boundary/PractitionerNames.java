package org.medflow.scheduling.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.boundary.StaffDirectory;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.control.PlaceholderQuery;

/** Who the practitioners are whom earlier systems knew by name only; a person says so. */
@Stateless
public class PractitionerNames {

  @Inject PlaceholderQuery placeholders;
  @Inject StaffDirectory staff;
  @Inject AuditTrail audit;

  @Requires(MANAGE_MIGRATIONS)
  public List<PlaceholderView> all() {
    return placeholders.all();
  }

  /** Staff with a clinical role in the caller's clinics. */
  @Requires(MANAGE_MIGRATIONS)
  public List<StaffOption> staff() {
    return staff.clinical().stream()
        .map(member -> new StaffOption(member.id(), member.name()))
        .toList();
  }

  /** Says who it is, or with null that nobody knows; all appointments of the name follow. */
  @Requires(MANAGE_MIGRATIONS)
  public void assign(UUID placeholder, UUID user) {
    if (user != null && staff().stream().noneMatch(member -> member.id().equals(user))) {
      throw Invalid.field("user", "unknown-user");
    }
    if (!placeholders.assign(placeholder, user)) {
      throw new NotFound("not-found");
    }
    audit.wrote("practitioner.assign", "practitioner_placeholder", placeholder);
  }
}
