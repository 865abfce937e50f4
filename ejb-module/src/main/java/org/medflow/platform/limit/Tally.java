package org.medflow.platform.limit;

/**
 * A count within a window.
 *
 * @param count events so far, this one included
 * @param until end of the window, in milliseconds since 1970
 */
public record Tally(int count, long until) {

  private static final long MILLIS = 1_000;

  /** What is kept as text, or nothing at all once its window is over. */
  static Tally of(String kept, long now, int windowSeconds) {
    var fresh = new Tally(0, now + windowSeconds * MILLIS);
    if (kept == null) {
      return fresh;
    }
    int colon = kept.indexOf(':');
    var tally =
        new Tally(
            Integer.parseInt(kept.substring(0, colon)), Long.parseLong(kept.substring(colon + 1)));
    return tally.until > now ? tally : fresh;
  }

  Tally plus(int events) {
    return new Tally(Math.max(0, count + events), until);
  }

  public boolean beyond(int most) {
    return count > most;
  }

  /** Whether this very event was the first one too many. */
  public boolean justBeyond(int most) {
    return count == most + 1;
  }

  /** Whole seconds until the window is over, at least one. */
  public int secondsLeft(long now) {
    return (int) Math.max(1, (until - now + MILLIS - 1) / MILLIS);
  }

  String text() {
    return count + ":" + until;
  }
}
