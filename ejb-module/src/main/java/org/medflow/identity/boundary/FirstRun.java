package org.medflow.identity.boundary;

import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.medflow.clinic.boundary.ClinicDirectory;
import org.medflow.clinic.boundary.ClinicView;
import org.medflow.identity.control.OneTimeLinkQuery;
import org.medflow.identity.control.Staffing;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.Open;
import org.medflow.platform.security.Requires;

/**
 * The first day of a group: whoever holds the one-time link opens the first clinic and becomes its
 * administrator. The link works once, and never when somebody has an account already.
 */
@Stateless
public class FirstRun {

  private static final String PURPOSE = "first-admin";

  @Inject OneTimeLinkQuery links;
  @Inject ClinicDirectory clinics;
  @Inject Staffing staffing;
  @Inject Clock clock;

  /** Whether this token still opens the door of the first day. */
  @Open("guarded by the one-time token")
  public boolean awaits(String token) {
    return token != null && links.usable(PURPOSE, token, clock.instant()) && !links.anyUser();
  }

  @Open("guarded by the one-time token")
  public void create(FirstAdministrator first) {
    if (first.token() == null || !links.use(PURPOSE, first.token(), clock.instant())) {
      throw new Forbidden("link-expired");
    }
    if (links.anyUser()) {
      throw new Conflict("first-run-done");
    }
    var user = first.administrator();
    if (user == null) {
      throw Invalid.field("administrator", "required");
    }
    var clinic = clinics.openFirst(first.clinic());
    staffing.hire(account(user, List.of("admin")), List.of(clinic.id()));
  }

  /** Clinics and accounts in one go, for the launcher: a demonstration group, a test's clinic. */
  @Requires(OPERATE_SYSTEM)
  public void setUp(SetUpGroup group) {
    if (group.clinics() != null) {
      boolean optional = "optional".equals(group.secondFactor());
      group.clinics().stream()
          .map(clinics::open)
          .filter(opened -> optional)
          .forEach(opened -> clinics.leaveSecondFactor(opened.id()));
    }
    if (group.users() != null) {
      group.users().forEach(user -> staffing.hire(account(user, user.roles()), idsOf(user)));
    }
  }

  private static Staffing.Account account(NewUser user, List<String> roles) {
    return new Staffing.Account(
        user.username(), user.password(), user.firstName(), user.lastName(), roles);
  }

  private List<UUID> idsOf(NewUser user) {
    if (user.clinics() == null || user.clinics().isEmpty()) {
      throw Invalid.field("clinics", "required");
    }
    return user.clinics().stream()
        .distinct()
        .map(
            code ->
                clinics
                    .byCode(code)
                    .map(ClinicView::id)
                    .orElseThrow(() -> Invalid.field("clinics", "unknown-clinic")))
        .toList();
  }
}
