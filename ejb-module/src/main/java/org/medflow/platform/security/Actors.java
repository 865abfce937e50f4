package org.medflow.platform.security;

import java.util.function.Supplier;

/** Carries the actor along the calling thread; whoever sets one puts the previous one back. */
public final class Actors {

  private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

  private Actors() {}

  /** The actor of this thread, anonymous when nobody was set. */
  public static Actor current() {
    var actor = CURRENT.get();
    return actor == null ? Actor.anonymous() : actor;
  }

  public static <T> T as(Actor actor, Supplier<T> work) {
    var before = CURRENT.get();
    CURRENT.set(actor);
    try {
      return work.get();
    } finally {
      restore(before);
    }
  }

  public static void run(Actor actor, Runnable work) {
    as(
        actor,
        () -> {
          work.run();
          return null;
        });
  }

  /** For request filters: set at the start, and call {@link #clear} in a finally block. */
  public static void enter(Actor actor) {
    CURRENT.set(actor);
  }

  public static void clear() {
    CURRENT.remove();
  }

  private static void restore(Actor before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
