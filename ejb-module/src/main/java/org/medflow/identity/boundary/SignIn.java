package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.boundary.Admission.Step;
import org.medflow.identity.control.Challenges;
import org.medflow.identity.control.DoorLimits;
import org.medflow.identity.control.FactorQuery;
import org.medflow.identity.control.OneTimeLinkQuery;
import org.medflow.identity.control.OperatorToken;
import org.medflow.identity.control.PasswordHash;
import org.medflow.identity.control.PasswordRules;
import org.medflow.identity.control.RoleQuery;
import org.medflow.identity.control.SecondFactor;
import org.medflow.identity.control.SessionOpening;
import org.medflow.identity.control.SessionQuery;
import org.medflow.identity.control.SessionQuery.Origin;
import org.medflow.identity.control.SessionQuery.Present;
import org.medflow.identity.control.SigningKeys;
import org.medflow.identity.control.UserRepository;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Open;

/**
 * The door, the same for pages and API. A right password opens a session row; cookie and token only
 * point to it, and whoever comes with one is made anew from the row at every request.
 */
@Stateless
public class SignIn {

  private static final Duration TO_CHOOSE = Duration.ofMinutes(10);

  @Inject UserRepository users;
  @Inject RoleQuery roles;
  @Inject SessionQuery sessions;
  @Inject SigningKeys keys;
  @Inject DoorLimits door;
  @Inject FactorQuery factors;
  @Inject SecondFactor factor;
  @Inject Challenges challenges;
  @Inject SessionOpening opening;
  @Inject OneTimeLinkQuery links;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Opens a session, or says what is still asked of somebody with a right password. Unknown users,
   * wrong passwords and users without a clinic look alike.
   */
  @Open("the door")
  public Admission signIn(Credentials credentials) {
    var username = PasswordRules.bounded(credentials.username()).trim().toLowerCase(Locale.ROOT);
    knock(username, credentials.address());
    var user = users.byUsername(username).filter(AppUser::active);
    var hash = user.map(AppUser::passwordHash).orElse(null);
    var clinics = user.map(AppUser::id).map(roles::clinicsOf).orElse(List.of());
    if (!PasswordHash.fits(PasswordRules.bounded(credentials.password()), hash)
        || clinics.isEmpty()) {
      var known = user.map(AppUser::id).stream().toList();
      audit.shut("session.refuse", known, "wrong-credentials", credentials.address());
      if (door.alarming(username)) {
        audit.shut("session.alarm", known, "many-failures", credentials.address());
      }
      throw new Forbidden("wrong-credentials");
    }
    return admit(user.orElseThrow(), credentials);
  }

  /** The caller of a session in a clinic of hers; empty when the session is over. */
  @Open("rebuilds the caller of a page")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Actor> actorOf(UUID session, UUID clinic) {
    return callerOf(session, clinic == null ? null : clinic.toString()).map(Caller::actor);
  }

  /** The same with name and language; the clinic by its id or code. */
  @Open("rebuilds the caller of a page")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Caller> callerOf(UUID session, String clinic) {
    return sessions.present(session, clinic, clock.instant()).map(SignIn::caller);
  }

  /** The caller of a session that nobody used just now: a line that is only listening. */
  @Open("looks again at a caller who was let in")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Actor> listenerOf(UUID session, UUID clinic) {
    return sessions
        .peek(session, clinic.toString(), clock.instant())
        .filter(live -> !live.permissions().isEmpty())
        .map(live -> caller(live).actor());
  }

  @Open("rebuilds the caller of the API")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Actor> actorOfToken(String token, UUID clinic) {
    return callerOfToken(token, clinic == null ? null : clinic.toString()).map(Caller::actor);
  }

  /** The same with name and language; the clinic by its id or code. */
  @Open("rebuilds the caller of the API")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Caller> callerOfToken(String token, String clinic) {
    return keys.session(token).flatMap(session -> callerOf(session, clinic));
  }

  @Open("the launcher's own token, loopback only")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
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
    callerOf(session, clinic.toString()).orElseThrow(() -> new Forbidden("session-ended"));
    sessions.choose(session, clinic);
    audit.wrote("session.choose-clinic", "user_session", session);
  }

  private void knock(String username, String address) {
    var answer = door.knock(username, address);
    if (answer == DoorLimits.Door.CLOSING) {
      audit.shut("session.refuse", List.of(), "too-many-attempts", address);
    }
    door.demand(answer, username, address);
  }

  private Admission admit(AppUser user, Credentials credentials) {
    var username = user.who().username();
    var held = factors.kinds(user.id());
    if (!held.isEmpty()) {
      door.half(username, credentials.address());
      return new Admission(Step.CODE, null, challenges.forCode(user.id()), held);
    }
    door.succeeded(username, credentials.address());
    if (factors.required(user.id())) {
      var proposal = factor.propose();
      return new Admission(
          Step.ENROLMENT, null, challenges.forEnrolment(user.id(), proposal), held);
    }
    if (PasswordRules.leans(credentials.password())) {
      return new Admission(Step.LONGER, null, outgrown(user.id()), held);
    }
    var origin = new Origin(credentials.address(), credentials.agent());
    return Admission.in(opening.open(user, origin, null));
  }

  /** A link for whoever lost the factor that her short password leant on. */
  private String outgrown(UUID user) {
    var now = clock.instant();
    audit.wrote("user.link", "app_user", user, "password-outgrown");
    return links.issue(
        new OneTimeLinkQuery.Issue(user, "password", user, now, now.plus(TO_CHOOSE)));
  }

  private static Caller caller(Present live) {
    if (live.permissions().isEmpty()) {
      throw new Forbidden("clinic-not-yours");
    }
    var actor =
        new Actor(
            Actor.Kind.USER,
            live.user(),
            Set.of(live.clinic()),
            live.permissions(),
            live.id(),
            live.proven());
    return new Caller(live.username(), actor, live.language());
  }
}
