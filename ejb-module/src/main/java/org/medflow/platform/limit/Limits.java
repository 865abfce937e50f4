package org.medflow.platform.limit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;

/** Counts of attempts, shared by the nodes; a count is forgotten after its window. */
@ApplicationScoped
public class Limits {

  @Resource(lookup = "java:jboss/infinispan/cache/medflow/limits")
  Cache<String, String> counts;

  /** Whether fewer than {@code most} events were counted under this key in its window. */
  public boolean below(String key, int most) {
    return count(key) < most;
  }

  /** Counts one event; the window starts at the first. */
  public void hit(String key, int windowSeconds) {
    counts.put(key, String.valueOf(count(key) + 1), windowSeconds, TimeUnit.SECONDS);
  }

  public void clear(String key) {
    counts.remove(key);
  }

  private int count(String key) {
    var value = counts.get(key);
    return value == null ? 0 : Integer.parseInt(value);
  }
}
