package org.medflow.audit.boundary;

import java.io.Serializable;
import java.time.Instant;

/**
 * Sign-ins that were refused to somebody's name.
 *
 * @param last when the last of them was, null without one
 * @param address where that one came from, null without one or when it was not written down
 */
public record Refusals(long count, Instant last, String address) implements Serializable {

  public static final Refusals NONE = new Refusals(0, null, null);

  public boolean any() {
    return count > 0;
  }
}
