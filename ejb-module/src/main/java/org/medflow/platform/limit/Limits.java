package org.medflow.platform.limit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;

/**
 * Counts of events, shared by the nodes; a count is forgotten after its window, which starts at the
 * first event. Adding is one compare-and-set, so that no event of a burst goes uncounted. What
 * cannot be counted, because a node does not answer, is refused.
 */
@ApplicationScoped
public class Limits {

  @Resource(lookup = "java:jboss/infinispan/cache/medflow/limits")
  Cache<String, String> counts;

  @Inject Clock clock;

  protected Limits() {}

  /** For tests with a cache of their own. */
  public Limits(Cache<String, String> counts, Clock clock) {
    this.counts = counts;
    this.clock = clock;
  }

  /** Counts one event and says how many there are now. */
  public Tally hit(String key, int windowSeconds) {
    return add(key, windowSeconds, 1);
  }

  /** Takes one event back that turned out to be harmless. */
  public void giveBack(String key, int windowSeconds) {
    add(key, windowSeconds, -1);
  }

  public void clear(String key) {
    SharedCache.call(() -> counts.remove(key));
  }

  /** Seconds until this count, which is beyond what is allowed, is forgotten; 0 when it is not. */
  public int left(String key, int most) {
    long now = clock.millis();
    var tally = Tally.of(counts.get(key), now, 0);
    return tally.beyond(most) ? tally.secondsLeft(now) : 0;
  }

  private Tally add(String key, int windowSeconds, int events) {
    return SharedCache.call(() -> added(key, windowSeconds, events));
  }

  private Tally added(String key, int windowSeconds, int events) {
    while (true) {
      long now = clock.millis();
      var before = counts.get(key);
      var tally = Tally.of(before, now, windowSeconds).plus(events);
      if (swapped(key, before, tally, now)) {
        return tally;
      }
    }
  }

  private boolean swapped(String key, String before, Tally tally, long now) {
    long left = Math.max(1, tally.until() - now);
    return before == null
        ? counts.putIfAbsent(key, tally.text(), left, TimeUnit.MILLISECONDS) == null
        : counts.replace(key, before, tally.text(), left, TimeUnit.MILLISECONDS);
  }
}
