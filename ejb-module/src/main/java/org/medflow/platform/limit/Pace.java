package org.medflow.platform.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.medflow.platform.security.Actor;

/**
 * How fast a caller may ask (spec platform.md 7), pages and API counted together: 600 requests a
 * minute for each user, 60 for each address without one, so that a clinic behind one address shares
 * nothing once its people are signed in; 120 searches and 30 sensitive deeds a minute, 30 reports
 * an hour. Every answer is the number of seconds to wait, 0 for none. The launcher is not counted.
 */
@ApplicationScoped
public class Pace {

  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;
  private static final Allowance USER = Allowance.of("API_PER_MINUTE", 600, MINUTE);
  private static final Allowance ANONYMOUS = Allowance.of("ANON_PER_MINUTE", 60, MINUTE);
  private static final Allowance SEARCH = Allowance.of("SEARCH_PER_MINUTE", 120, MINUTE);
  private static final Allowance SENSITIVE = Allowance.of("SENSITIVE_PER_MINUTE", 30, MINUTE);
  private static final Allowance REPORT = Allowance.of("REPORT_PER_HOUR", 30, HOUR);

  @Inject Limits limits;
  @Inject Clock clock;

  protected Pace() {}

  Pace(Limits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Counts a request. */
  public int request(Actor actor, String address) {
    return switch (actor.kind()) {
      case ANONYMOUS -> use(ANONYMOUS, address);
      case USER, DEVICE -> use(USER, actor.id().toString());
      default -> 0;
    };
  }

  public int search(Actor actor) {
    return use(SEARCH, actor.id().toString());
  }

  /** Counts a deed that is hard to take back. */
  public int sensitive(Actor actor) {
    return use(SENSITIVE, actor.id().toString());
  }

  /** Counts a list that leaves the house. */
  public int report(Actor actor) {
    return use(REPORT, actor.id().toString());
  }

  private int use(Allowance allowance, String party) {
    var tally = allowance.use(limits, party);
    return tally.beyond(allowance.most()) ? tally.secondsLeft(clock.millis()) : 0;
  }
}
