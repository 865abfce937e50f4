package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.medflow.platform.check.StartupCheck;
import org.medflow.platform.security.Permission;

/** The rights in the database and the rights in the code are the same list, or nobody gets in. */
@ApplicationScoped
public class PermissionDrift implements StartupCheck {

  @Inject RoleQuery roles;

  @Override
  public Optional<String> problem() {
    return drift(roles.granted());
  }

  static Optional<String> drift(Set<String> granted) {
    var known =
        Arrays.stream(Permission.values()).map(Permission::code).collect(Collectors.toSet());
    var unknown = new TreeSet<>(granted);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      return Optional.of("Roles hold permissions that this release does not know: " + unknown);
    }
    var missing = new TreeSet<>(known);
    missing.removeAll(granted);
    missing.remove(Permission.OPERATE_SYSTEM.code());
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("No role holds these permissions: " + missing);
  }
}
