package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.DoorLimits;
import org.medflow.identity.control.OperatorToken;
import org.medflow.identity.control.PasswordHash;
import org.medflow.identity.control.RoleQuery;
import org.medflow.identity.control.SessionQuery;
import org.medflow.identity.control.SessionQuery.Live;
import org.medflow.identity.control.SessionQuery.Origin;
import org.medflow.identity.control.SigningKeys;
import org.medflow.identity.control.TokenMint;
import org.medflow.identity.control.UserRepository;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Open;

/**
 * The door, the same for pages and API. A right password opens a session row; cookie and token only
 * point to it, and whoever comes with one is made anew from the row at every request.
 */
@Stateless
public class SignIn {

  @Inject UserRepository users;
  @Inject RoleQuery roles;
  @Inject SessionQuery sessions;
  @Inject SigningKeys keys;
  @Inject DoorLimits door;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Opens a session; unknown users, wrong passwords and users without a clinic look alike. */
  @Open("the door")
  public SignedIn signIn(Credentials credentials) {
    var username = String.valueOf(credentials.username()).trim().toLowerCase(Locale.ROOT);
    if (!door.open(username, credentials.address())) {
      audit.shut("session.refuse", List.of(), "too-many-attempts");
      throw new Forbidden("too-many-attempts");
    }
    var user = users.byUsername(username).filter(AppUser::active);
    var hash = user.map(AppUser::passwordHash).orElse(null);
    var clinics = user.map(AppUser::id).map(roles::clinicsOf).orElse(List.of());
    if (!PasswordHash.fits(String.valueOf(credentials.password()), hash) || clinics.isEmpty()) {
      door.failed(username, credentials.address());
      audit.shut("session.refuse", user.map(AppUser::id).stream().toList(), "wrong-credentials");
      throw new Forbidden("wrong-credentials");
    }
    door.succeeded(username, credentials.address());
    return open(user.orElseThrow(), clinics.get(0), credentials);
  }

  /** The caller of a session in a clinic of hers; empty when the session is over. */
  @Open("rebuilds the caller of a page")
  public Optional<Actor> actorOf(UUID session, UUID clinic) {
    return sessions.live(session, clock.instant()).map(live -> actor(live, clinic));
  }

  @Open("issues a token for a live session")
  public AccessToken token(UUID session) {
    var live =
        sessions.live(session, clock.instant()).orElseThrow(() -> new Forbidden("session-ended"));
    var username = users.byId(live.user()).orElseThrow().who().username();
    var token = keys.mint().token(live.user(), username, session);
    return new AccessToken(token, "Bearer", TokenMint.LIFE.toSeconds());
  }

  @Open("rebuilds the caller of the API")
  public Optional<Actor> actorOfToken(String token, UUID clinic) {
    return keys.mint().session(token).flatMap(session -> actorOf(session, clinic));
  }

  @Open("the launcher's own token, loopback only")
  public Optional<Actor> operator(String token) {
    return OperatorToken.actor(token, System.getenv("MEDFLOW_OPERATOR_TOKEN"));
  }

  @Open("anybody may leave")
  public void signOut(UUID session) {
    sessions.end(session, clock.instant());
    audit.wrote("session.end", "user_session", session);
  }

  @Open("only among the user's own clinics")
  public void chooseClinic(UUID session, UUID clinic) {
    var live =
        sessions.live(session, clock.instant()).orElseThrow(() -> new Forbidden("session-ended"));
    actor(live, clinic);
    sessions.choose(session, clinic);
  }

  private SignedIn open(AppUser user, UUID clinic, Credentials credentials) {
    var now = clock.instant();
    var session = new Live(Ids.next(), user.id(), clinic, now);
    sessions.open(session, now, new Origin(credentials.address(), credentials.agent()));
    var actor = new Actor(Actor.Kind.USER, user.id(), Set.of(clinic), Set.of(), session.id());
    Actors.run(actor, () -> audit.wrote("session.open", "user_session", session.id()));
    return new SignedIn(
        session.id(), user.id(), user.who().username(), now.plus(SessionQuery.ABSOLUTE));
  }

  private Actor actor(Live live, UUID wanted) {
    var clinic = wanted == null ? live.clinic() : wanted;
    var rights = roles.permissionsOf(live.user(), clinic);
    if (rights.isEmpty()) {
      throw new Forbidden("clinic-not-yours");
    }
    return new Actor(Actor.Kind.USER, live.user(), Set.of(clinic), rights, live.id());
  }
}
