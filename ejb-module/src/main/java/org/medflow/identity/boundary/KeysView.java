package org.medflow.identity.boundary;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.medflow.platform.vault.Column;
import org.medflow.platform.vault.KeyRing;
import org.medflow.platform.vault.KeyState;
import org.medflow.platform.vault.KeyState.Count;
import org.medflow.platform.vault.KeyState.Progress;

/**
 * The keys that seal personal values, what each of them still holds, and how far a re-encryption
 * is. Nothing in it is secret.
 *
 * @param current the key that seals now
 * @param needed whether some value, or the memory of one, belongs to another key
 * @param percent how much of what was to be sealed anew is
 * @param secondsLeft at the present pace; null when nobody can tell
 * @param countedAt when the values were counted; null before the first time
 */
public record KeysView(
    int current,
    boolean running,
    boolean needed,
    int percent,
    Long secondsLeft,
    Instant countedAt,
    List<Key> keys,
    List<Holding> columns,
    long failed,
    List<Failure> failures)
    implements Serializable {

  private static final int WHOLE = 100;

  /** What a key is good for. */
  public enum Standing {
    /** Seals new values. */
    CURRENT,
    /** Opens values, or may have to. */
    NEEDED,
    /** Given to the server, and no value is sealed with it: it may be taken away. */
    UNNEEDED,
    /** Values are sealed with it, and the server was not given it. */
    MISSING
  }

  /**
   * One key.
   *
   * @param key its id, 0 for bytes that no key of this house has sealed
   * @param setting under which name the server is given it
   */
  public record Key(long key, String setting, Standing standing, long values)
      implements Serializable {}

  /** What one column holds, and how much of it was sealed anew of how much. */
  public record Holding(String column, State state, long total, long resealed, List<Held> held)
      implements Serializable {}

  /** How far one column is. */
  public enum State {
    UNTOUCHED,
    WAITING,
    WALKING,
    DONE
  }

  /** So many values of one key. */
  public record Held(long key, long values) implements Serializable {}

  /** A value that could not be opened, by the id of its row. */
  public record Failure(String column, UUID row, long key, Instant seenAt)
      implements Serializable {}

  static KeysView of(KeyState state, boolean running, Instant now) {
    long resealed = state.walks().stream().mapToLong(Progress::resealed).sum();
    long total = state.walks().stream().mapToLong(Progress::total).sum();
    var keys = keys(state);
    boolean needed = keys.stream().anyMatch(key -> outstanding(key.standing()));
    return new KeysView(
        state.primary(),
        running,
        needed,
        percent(resealed, total, running),
        running ? left(state, total - resealed, resealed, now) : null,
        state.counts().stream().map(Count::at).min(Comparator.naturalOrder()).orElse(null),
        keys,
        columns(state),
        state.failures().count(),
        state.failures().first().stream()
            .map(one -> new Failure(name(one.column()), one.row(), one.key(), one.seenAt()))
            .toList());
  }

  private static boolean outstanding(Standing standing) {
    return standing == Standing.NEEDED || standing == Standing.MISSING;
  }

  static int percent(long resealed, long total, boolean running) {
    if (!running) {
      return WHOLE;
    }
    return total == 0 ? 0 : (int) Math.min(WHOLE - 1, resealed * WHOLE / total);
  }

  private static Long left(KeyState state, long rest, long done, Instant now) {
    var began =
        state.walks().stream()
            .map(Progress::began)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder());
    return began.map(start -> left(rest, done, Duration.between(start, now))).orElse(null);
  }

  static Long left(long rest, long done, Duration spent) {
    return done == 0 ? null : Math.max(0, rest) * Math.max(1, spent.toMillis()) / done / 1_000;
  }

  private static List<Key> keys(KeyState state) {
    var ids = new TreeSet<Long>(state.used());
    state.ring().forEach(id -> ids.add(id.longValue()));
    state.counts().forEach(count -> ids.add(count.key()));
    return ids.stream().map(id -> key(state, id)).toList();
  }

  private static Key key(KeyState state, long id) {
    long values =
        state.counts().stream().filter(count -> count.key() == id).mapToLong(Count::amount).sum();
    return new Key(id, id == 0 ? null : KeyRing.setting(id), standing(state, id, values), values);
  }

  private static Standing standing(KeyState state, long id, long values) {
    if (id == state.primary()) {
      return Standing.CURRENT;
    }
    if (state.ring().stream().noneMatch(held -> held == id)) {
      return Standing.MISSING;
    }
    return values > 0 || state.used().contains(id) ? Standing.NEEDED : Standing.UNNEEDED;
  }

  private static List<Holding> columns(KeyState state) {
    var columns = new TreeSet<String>();
    state.counts().forEach(count -> columns.add(name(count.column())));
    state.walks().forEach(walk -> columns.add(name(walk.column())));
    return columns.stream().map(column -> holding(state, column)).toList();
  }

  private static Holding holding(KeyState state, String column) {
    var held =
        state.counts().stream()
            .filter(count -> name(count.column()).equals(column))
            .map(count -> new Held(count.key(), count.amount()))
            .toList();
    return state.walks().stream()
        .filter(walk -> name(walk.column()).equals(column))
        .findFirst()
        .map(walk -> new Holding(column, state(walk), walk.total(), walk.resealed(), held))
        .orElseGet(() -> new Holding(column, State.UNTOUCHED, 0, 0, held));
  }

  private static State state(Progress walk) {
    if (walk.done()) {
      return State.DONE;
    }
    return walk.began() == null ? State.WAITING : State.WALKING;
  }

  private static String name(Column column) {
    return column.table() + "." + column.name();
  }
}
