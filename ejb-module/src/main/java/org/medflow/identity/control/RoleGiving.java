package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.entity.RoleRequest;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.security.Actors;

/**
 * Asks for a role in the clinic of the call. Where nobody else could decide, the role is given at
 * once, and the audit says that the second pair of eyes was missing.
 */
@ApplicationScoped
public class RoleGiving {

  @Inject RoleRequestQuery requests;
  @Inject RoleQuery roles;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  public void ask(UUID user, String role) {
    var asker = Actors.current();
    var now = clock.instant();
    var request =
        new RoleRequest(
            Ids.next(), asker.clinic(), user, role, asker.id(), now, now.plus(FourEyes.OPEN));
    FourEyes.asking(request, asker)
        .ifPresent(
            code -> {
              throw new Forbidden(code);
            });
    if (!requests.ask(request)) {
      return;
    }
    if (requests.deciders(request) > 0) {
      audit.wrote("user.role-ask", "app_user", List.of(user), role);
      return;
    }
    requests.alone(request.id(), now);
    roles.giveOnce(user, request.clinic(), role);
    audit.wrote("user.role-give-alone", "app_user", List.of(user), "four-eyes-missing: " + role);
  }

  /** Gives what was approved. */
  public void give(RoleRequest request) {
    roles.giveOnce(request.user(), request.clinic(), request.role());
    audit.wrote("user.role-give", "app_user", List.of(request.user()), request.role());
  }
}
