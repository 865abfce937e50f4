package org.medflow.platform.limit;

import java.util.Map;
import java.util.Optional;

/**
 * How much of something is allowed in a window. An installation may set another number in the
 * environment variable {@code MEDFLOW_LIMIT_<name>}; anything that is not a positive number leaves
 * the number of the specification.
 */
public record Allowance(String name, int most, int windowSeconds) {

  public static Allowance of(String name, int most, int windowSeconds) {
    return of(name, most, windowSeconds, System.getenv());
  }

  static Allowance of(String name, int most, int windowSeconds, Map<String, String> settings) {
    return Optional.ofNullable(settings.get("MEDFLOW_LIMIT_" + name))
        .map(String::trim)
        .filter(text -> text.matches("[1-9][0-9]{0,8}"))
        .map(text -> new Allowance(name, Integer.parseInt(text), windowSeconds))
        .orElse(new Allowance(name, most, windowSeconds));
  }

  /** Counts one event of this party. */
  public Tally use(Limits limits, String party) {
    return limits.hit(key(party), windowSeconds);
  }

  public void giveBack(Limits limits, String party) {
    limits.giveBack(key(party), windowSeconds);
  }

  public void clear(Limits limits, String party) {
    limits.clear(key(party));
  }

  /** Seconds until this party may go on, 0 when it may now. */
  public int left(Limits limits, String party) {
    return limits.left(key(party), most);
  }

  private String key(String party) {
    return name + "|" + party;
  }
}
