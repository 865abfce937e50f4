package org.medflow.identity.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.medflow.identity.entity.RoleRequest;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Permission;

/**
 * Giving a role takes two people, neither of whom is the one that gets it (source: spec platform.md
 * 2, separation of duties). Roles that look after the system are given only by those who hold that
 * right themselves.
 */
public final class FourEyes {

  /** For so long a request waits for somebody to decide. */
  public static final Duration OPEN = Duration.ofDays(7);

  private static final Set<String> ADMINISTRATIVE = Set.of("admin", "super_admin");

  private FourEyes() {}

  public static boolean administrative(String role) {
    return ADMINISTRATIVE.contains(role);
  }

  /** Whether this caller may give, take or look after this role at all. */
  public static boolean reaches(Actor caller, String role) {
    return !administrative(role) || caller.may(Permission.MANAGE_SYSTEM);
  }

  /** Message key of what forbids this request, empty when it may be made. */
  public static Optional<String> asking(RoleRequest request, Actor asker) {
    if (request.user().equals(asker.id())) {
      return Optional.of("own-roles");
    }
    return reaches(asker, request.role()) ? Optional.empty() : Optional.of("needs-manage-system");
  }

  /** Message key of what forbids this person to approve, empty when she may. */
  public static Optional<String> approving(RoleRequest request, Actor decider, Instant now) {
    if (request.user().equals(decider.id())) {
      return Optional.of("own-roles");
    }
    if (request.askedBy().equals(decider.id())) {
      return Optional.of("four-eyes-asker");
    }
    if (!reaches(decider, request.role())) {
      return Optional.of("needs-manage-system");
    }
    return now.isBefore(request.until()) ? Optional.empty() : Optional.of("role-request-expired");
  }
}
