package org.medflow.platform.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medflow.platform.vault.KeyState.Count;
import org.medflow.platform.vault.SealedColumnQuery.Kept;
import org.medflow.platform.vault.SealedColumnQuery.Renewed;
import org.medflow.platform.vault.Walk.State;

/**
 * Seals every value anew with the present key, while everybody works (decision 0018): column after
 * column, in batches by row id, each in a transaction of its own together with its progress, so
 * that a kill loses a batch at most and repeats nothing (KeyRotationIT). A value is replaced only
 * where its old bytes still stand. A column is done when a count after the last pass, made when all
 * transactions that began before its end are over, finds nothing left.
 */
@ApplicationScoped
public class Resealing {

  private static final int BATCH = 500;
  private static final int NAMED = 100;

  @Inject Vault vault;
  @Inject SealedRegister register;
  @Inject SealedColumnQuery columns;
  @Inject KeyWalkQuery walks;
  @Inject KeyCheckQuery probes;

  /** What one step came to. */
  public enum Step {
    /** Nobody asked for anything, another node is at it, or this one seals with another key. */
    IDLE,
    MORE,
    /** Somebody writes just now what has to be looked at again. */
    LATER,
    FINISHED
  }

  /** Begins, after counting everything; false when the present key has sealed all of it. */
  public boolean begin() {
    int key = vault.primary();
    count();
    boolean remembered =
        probes.all().stream().anyMatch(probe -> Vault.keyOf(probe.sealed()) != key);
    var others = walks.counts().stream().filter(counted -> counted.key() != key).toList();
    if (!remembered && others.isEmpty()) {
      return false;
    }
    walks.forgetFailures();
    register.all().forEach(each -> walks.begin(each.column(), key, total(each.column(), others)));
    return true;
  }

  private static long total(Column column, List<Count> counts) {
    return counts.stream()
        .filter(count -> count.column().equals(column))
        .mapToLong(Count::amount)
        .sum();
  }

  /**
   * Counts again how many values each key has sealed. A column that was done and holds values of
   * another key all the same, from a node that still seals with it, goes back to walking; whether
   * there was one.
   */
  public boolean count() {
    register.all().forEach(each -> count(each.column()));
    var undone =
        walks.all().stream()
            .filter(walk -> walk.state() == State.DONE && walk.key() == vault.primary())
            .filter(walk -> columns.rest(walk.column(), walk.key()) > 0)
            .toList();
    undone.forEach(walks::again);
    return !undone.isEmpty();
  }

  /** The same unasked, by one node; nothing while values are being sealed anew. */
  public boolean recount(String holder) {
    return !running() && walks.lease(holder) && count();
  }

  private void count(Column column) {
    walks.counted(column, columns.use(column));
  }

  /** Whether values are being sealed with the present key. */
  public boolean running() {
    return walks.open(vault.primary());
  }

  /** One batch, or one check; to be called in a transaction of its own. */
  public Step step(String holder) {
    if (!running() || !walks.lease(holder)) {
      return Step.IDLE;
    }
    return walks.current().map(this::step).orElse(Step.IDLE);
  }

  private Step step(Walk walk) {
    return walk.state() == State.CHECKING ? check(walk) : batch(walk);
  }

  private Step batch(Walk walk) {
    var kept = columns.next(walk.column(), walk.after(), walk.key(), BATCH);
    var renewed = new ArrayList<Renewed>();
    for (var value : kept) {
      renewed(walk.column(), value)
          .ifPresentOrElse(renewed::add, () -> walks.failed(walk.column(), value));
    }
    int done = renewed.isEmpty() ? 0 : columns.replace(walk.column(), renewed);
    var after = kept.isEmpty() ? walk.after() : kept.get(kept.size() - 1).id();
    walks.moved(walk, after, done, kept.size() < BATCH);
    return Step.MORE;
  }

  private Optional<Renewed> renewed(Column column, Kept value) {
    try {
      var plain = vault.open(column.table(), column.name(), value.place(), value.sealed());
      var fresh = vault.seal(column.table(), column.name(), value.place(), plain);
      return Optional.of(new Renewed(value.id(), value.sealed(), fresh));
    } catch (KeyProblem closed) {
      return Optional.empty();
    }
  }

  private Step check(Walk walk) {
    if (walk.times().passed() == null) {
      walks.passed(walk);
      return Step.MORE;
    }
    if (walks.busySince(walk.times().passed())) {
      return Step.LATER;
    }
    if (columns.rest(walk.column(), walk.key()) > 0) {
      walks.again(walk);
      return Step.LATER;
    }
    walks.done(walk);
    count(walk.column());
    if (running()) {
      return Step.MORE;
    }
    retireOthers(walk.key());
    return Step.FINISHED;
  }

  private void retireOthers(int key) {
    probes.all().stream()
        .map(probe -> Vault.keyOf(probe.sealed()))
        .filter(other -> other != key)
        .distinct()
        .forEach(other -> columns.retire(other, key));
  }

  /** How everything stands. */
  public KeyState state() {
    return new KeyState(
        vault.primary(),
        List.copyOf(vault.keys()),
        probes.all().stream().map(probe -> Vault.keyOf(probe.sealed())).distinct().toList(),
        walks.all().stream().map(KeyState.Progress::of).toList(),
        walks.counts(),
        new KeyState.Failures(walks.failed(), walks.failures(NAMED)));
  }
}
