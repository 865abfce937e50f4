package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actors;

/**
 * How far an administrator's arm reaches. She sees who works in the clinic of the call, or is to.
 * What concerns the account as a whole (its password, its factor, whether it is open) is hers only
 * if she manages users wherever that person works: else a link made in one clinic would open
 * another. Decision 0016.
 */
@ApplicationScoped
public class AccountReach {

  @Inject UserRepository users;
  @Inject RoleQuery roles;
  @Inject AccountQuery accounts;
  @Inject Clock clock;

  /** An account that is seen here, held until the transaction ends. */
  public AppUser seen(UUID id) {
    if (!accounts.seen(id, Actors.current().clinic(), clock.instant())) {
      throw new NotFound("not-found");
    }
    return users.held(id).orElseThrow(() -> new NotFound("not-found"));
  }

  /** The same, in the version that the caller has looked at. */
  public AppUser seen(UUID id, long version) {
    return at(seen(id), version);
  }

  /** An account that the caller may look after as a whole; her own she finds under her name. */
  public AppUser owned(UUID id) {
    var user = seen(id);
    var caller = Actors.current();
    if (id.equals(caller.id())) {
      throw new Forbidden("own-account");
    }
    if (roles.beyond(id, caller.id())) {
      throw new Forbidden("works-elsewhere");
    }
    if (roles.everywhere(id).stream().anyMatch(role -> !FourEyes.reaches(caller, role))) {
      throw new Forbidden("needs-manage-system");
    }
    return user;
  }

  public AppUser owned(UUID id, long version) {
    return at(owned(id), version);
  }

  private static AppUser at(AppUser user, long version) {
    if (user.version() != version) {
      throw new Conflict("stale-version", Map.of("version", user.version()));
    }
    return user;
  }
}
