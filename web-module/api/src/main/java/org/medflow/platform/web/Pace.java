package org.medflow.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.medflow.platform.limit.Allowance;
import org.medflow.platform.limit.Limits;
import org.medflow.platform.security.Actor;

/**
 * How fast a caller may ask (spec platform.md 7): 600 requests a minute for each user, 60 for each
 * address without one, 120 searches. Environment: MEDFLOW_LIMIT_API_PER_MINUTE,
 * MEDFLOW_LIMIT_ANON_PER_MINUTE, MEDFLOW_LIMIT_SEARCH_PER_MINUTE. The launcher is not counted.
 */
@ApplicationScoped
public class Pace {

  private static final int MINUTE = 60;
  private static final Allowance USER = Allowance.of("API_PER_MINUTE", 600, MINUTE);
  private static final Allowance ANONYMOUS = Allowance.of("ANON_PER_MINUTE", 60, MINUTE);
  private static final Allowance SEARCH = Allowance.of("SEARCH_PER_MINUTE", 120, MINUTE);

  @Inject Limits limits;
  @Inject Clock clock;

  /** Counts a request. */
  public void request(Actor actor, String address) {
    switch (actor.kind()) {
      case ANONYMOUS -> use(ANONYMOUS, address);
      case USER, DEVICE -> use(USER, actor.id().toString());
      default -> {
        // the launcher and jobs of this installation
      }
    }
  }

  /** Counts a search. */
  public void search(Actor actor) {
    use(SEARCH, actor.id().toString());
  }

  private void use(Allowance allowance, String party) {
    var tally = allowance.use(limits, party);
    if (tally.beyond(allowance.most())) {
      throw Refusal.tooMany(tally.secondsLeft(clock.millis()));
    }
  }
}
