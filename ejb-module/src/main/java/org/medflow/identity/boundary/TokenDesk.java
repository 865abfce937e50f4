package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.DoorLimits;
import org.medflow.identity.control.RefreshTokenQuery;
import org.medflow.identity.control.SessionQuery;
import org.medflow.identity.control.SessionQuery.Present;
import org.medflow.identity.control.SigningKeys;
import org.medflow.identity.control.TokenMint;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.security.Open;
import org.medflow.platform.security.Permission;
import org.medflow.platform.security.Requires;

/**
 * Gives tokens out for live sessions and renews them. The session row decides: whatever ends it
 * ends every token of its family at the next request, on every node.
 */
@Stateless
public class TokenDesk {

  @Inject SessionQuery sessions;
  @Inject RefreshTokenQuery refresh;
  @Inject SigningKeys keys;
  @Inject DoorLimits door;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @Open("issues tokens for a live session")
  public Tokens issue(UUID session) {
    var now = clock.instant();
    var live =
        sessions.present(session, null, now).orElseThrow(() -> new Forbidden("session-ended"));
    refresh.tidy(live.user(), now);
    return tokens(live);
  }

  /**
   * The next tokens for a refresh token, which is used up. Empty for one that is unknown or whose
   * session is over; one that was used before ends the session.
   */
  @Open("the door: whoever has the token is let in")
  public Optional<Tokens> renew(String token, String address) {
    if (door.renewal(address) != DoorLimits.Door.OPEN) {
      throw new Forbidden("too-many-attempts");
    }
    var now = clock.instant();
    var live = refresh.use(token, now).flatMap(id -> sessions.present(id, null, now));
    if (live.isEmpty()) {
      refresh.used(token).filter(id -> sessions.end(id, now)).ifPresent(this::stolen);
      return Optional.empty();
    }
    door.renewed(address);
    return live.map(this::tokens);
  }

  /** Public halves of the keys whose tokens are believed, for whoever checks them elsewhere. */
  @Open("public halves are public")
  public List<PublicKeyView> publicKeys() {
    return keys.publicKeys();
  }

  /** Signs with a new key from now on; what the old one signed is believed until it is too old. */
  @Requires(Permission.OPERATE_SYSTEM)
  public String rotate() {
    var kid = keys.rotate();
    audit.wrote("signing-key.rotate", "signing_key", UUID.fromString(kid));
    return kid;
  }

  private void stolen(UUID session) {
    audit.wrote("session.end", "user_session", List.of(session), "refresh-token-reused");
  }

  private Tokens tokens(Present live) {
    var access = keys.mint().token(live.user(), live.username(), live.id());
    var next = refresh.issue(live.id(), clock.instant());
    return new Tokens(access, "Bearer", TokenMint.LIFE.toSeconds(), next);
  }
}
