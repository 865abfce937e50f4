package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.audit.boundary.Refusals;
import org.medflow.identity.control.DoorLimits;
import org.medflow.identity.control.FactorQuery;
import org.medflow.identity.control.PasswordHash;
import org.medflow.identity.control.PasswordRules;
import org.medflow.identity.control.SessionQuery;
import org.medflow.identity.control.UserRepository;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/** What a person does with her own account: look at her sessions, end them, change her password. */
@Stateless
public class OwnAccount {

  @Inject UserRepository users;
  @Inject SessionQuery sessions;
  @Inject FactorQuery factors;
  @Inject DoorLimits door;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Her open sessions, the one used last first. */
  @Requires
  public List<SessionView> sessions() {
    var actor = person();
    return sessions.openOf(actor.id(), clock.instant()).stream()
        .map(
            open ->
                new SessionView(
                    open.id(),
                    open.createdAt(),
                    open.lastSeenAt(),
                    open.expiresAt(),
                    open.from().address(),
                    open.from().agent(),
                    open.id().equals(actor.session()),
                    open.novelty().address(),
                    open.novelty().agent()))
        .toList();
  }

  /** What was refused to her name between her previous session's beginning and this one's. */
  @Requires
  public Refusals refusals() {
    var actor = person();
    return sessions
        .visit(actor.session())
        .map(visit -> audit.refusals(actor.id(), visit.before(), visit.at()))
        .orElse(Refusals.NONE);
  }

  /** Ends one of her sessions; somebody else's is as unknown as none. */
  @Requires
  public void end(UUID session) {
    if (!sessions.endOf(person().id(), session, clock.instant())) {
      throw new NotFound("not-found");
    }
    audit.wrote("session.end", "user_session", session);
  }

  /** Ends all of her sessions but this one; how many. */
  @Requires
  public int endOthers() {
    var ended = sessions.endOthers(person().id(), person().session(), clock.instant());
    if (!ended.isEmpty()) {
      audit.wrote("session.end", "user_session", ended, "by-owner");
    }
    return ended.size();
  }

  /**
   * Her password once more: for five minutes she may do what wants her to be there herself. A wrong
   * one counts as a failed sign-in from this address.
   */
  @Requires
  public void prove(String password, String address) {
    if (password == null || password.isBlank()) {
      throw Invalid.field("password", "required");
    }
    proven(password, address, "password");
    audit.wrote("session.prove", "user_session", person().session());
    sessions.prove(person().session(), clock.instant());
    Actors.enter(person().provenAt(clock.instant()));
  }

  /**
   * Changes her password and ends her other sessions. A wrong present password counts as a failed
   * sign-in from this address.
   */
  @Requires
  public void changePassword(PasswordChange change, String address) {
    if (change.current() == null || change.current().isBlank()) {
      throw Invalid.field("current", "required");
    }
    var user = proven(change.current(), address, "current");
    check(change, user);
    user.changePassword(PasswordHash.of(change.wanted()));
    audit.wrote("user.password", "user", user.id());
    endOthers();
  }

  private AppUser proven(String password, String address, String field) {
    var user = users.byId(person().id()).orElseThrow(() -> new NotFound("not-found"));
    var username = user.who().username();
    door.demand(door.knock(username, address), username, address);
    if (!PasswordHash.fits(PasswordRules.bounded(password), user.passwordHash())) {
      audit.shut("user.password-refuse", List.of(user.id()), "wrong-credentials", address);
      throw Invalid.field(field, "password-wrong");
    }
    door.succeeded(username, address);
    return user;
  }

  private void check(PasswordChange change, AppUser user) {
    var who = user.who();
    var alone = factors.kinds(user.id()).isEmpty() || !factors.required(user.id());
    PasswordRules.problem(alone, change.wanted(), who.username(), who.firstName(), who.lastName())
        .ifPresent(
            problem -> {
              throw Invalid.field("wanted", problem);
            });
    if (change.wanted().equals(change.current())) {
      throw Invalid.field("wanted", "password-same");
    }
  }

  private static Actor person() {
    var actor = Actors.current();
    if (actor.kind() != Actor.Kind.USER) {
      throw new Forbidden("forbidden");
    }
    return actor;
  }
}
