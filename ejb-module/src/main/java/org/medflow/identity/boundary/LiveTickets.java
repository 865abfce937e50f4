package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.limit.Allowance;
import org.medflow.platform.limit.Limits;
import org.medflow.platform.limit.OneTimeCodes;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Open;
import org.medflow.platform.security.Requires;

/**
 * Lets a browser open the live socket, where it can send no header: a caller buys a ticket, shows
 * it once within half a minute, and the socket runs as the session that bought it.
 */
@Stateless
public class LiveTickets {

  public static final int SECONDS = 30;

  private static final String KIND = "live";
  private static final Allowance CONNECTS = Allowance.of("LIVE_PER_MINUTE", 10, 60);

  @Inject OneTimeCodes codes;
  @Inject SignIn door;
  @Inject Limits limits;

  /** A ticket for the caller's session and clinic. */
  @Requires
  public String issue() {
    var actor = Actors.current();
    if (actor.session() == null) {
      throw new Forbidden("forbidden");
    }
    var party = actor.session().toString();
    if (CONNECTS.use(limits, party).beyond(CONNECTS.most())) {
      throw Forbidden.until("too-many-requests", CONNECTS.left(limits, party));
    }
    return codes.issue(KIND, actor.session() + " " + actor.clinic(), SECONDS);
  }

  /** Whether a listener may go on listening, and to what; looking does not keep the session up. */
  @Open("looks again at a caller who was let in")
  public Optional<Actor> again(Actor listener) {
    return door.listenerOf(listener.session(), listener.clinic());
  }

  /** Whom the ticket was sold to, if it is fresh, unused, and the session still lives. */
  @Open("guarded by the one-time ticket")
  public Optional<Actor> redeem(String ticket) {
    return codes
        .take(KIND, ticket)
        .map(meaning -> meaning.split(" "))
        .flatMap(part -> door.actorOf(UUID.fromString(part[0]), UUID.fromString(part[1])));
  }
}
