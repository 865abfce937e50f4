package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.error.Forbidden;

/** What every way through the second step has in common: attempts count, refusals are kept. */
@ApplicationScoped
public class StepRules {

  @Inject UserRepository users;
  @Inject DoorLimits door;
  @Inject AuditTrail audit;

  /** Whom a challenge stands for, if she may still come in. */
  public AppUser person(Optional<UUID> id) {
    return id.flatMap(users::byId).filter(AppUser::active).orElseThrow(StepRules::ended);
  }

  /** Counts an attempt. */
  public void knock(AppUser user, String address) {
    var answer = door.code(user.who().username(), address);
    if (answer == DoorLimits.Door.CLOSING) {
      audit.shut("session.refuse", List.of(user.id()), "too-many-attempts", address);
    }
    door.demand(answer, user.who().username(), address);
  }

  public void passed(AppUser user, String address) {
    door.codeRight(user.who().username(), address);
  }

  /** Notes why somebody is not let in; a copied passkey is told from a wrong one only in there. */
  public Forbidden refused(AppUser user, String reason, String address) {
    audit.shut("session.refuse", List.of(user.id()), reason, address);
    return new Forbidden(reason.equals("passkey-cloned") ? "passkey-refused" : reason);
  }

  public static Forbidden ended() {
    return new Forbidden("challenge-ended");
  }
}
