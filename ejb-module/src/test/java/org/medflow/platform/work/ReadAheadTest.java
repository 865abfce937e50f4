package org.medflow.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReadAheadTest {

  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final Ahead ahead = Ahead.on(task -> new Thread(task).start());

  @Test
  void everyValueOnceAndInOrder() {
    var values = new ArrayList<Integer>();
    try (var rows = upTo(1_001)) {
      for (var one = rows.next(); one.isPresent(); one = rows.next()) {
        values.add(one.get());
      }
      assertThat(rows.next()).isEmpty();
    }
    assertThat(values).hasSize(1_001).isSorted().doesNotHaveDuplicates();
    assertThat(closed).hasValue(1);
  }

  @Test
  void readsNoFurtherAheadThanItMay() throws InterruptedException {
    try (var rows = upTo(1_000_000)) {
      rows.next();
      int before = -1;
      while (read.get() > before) {
        before = read.get();
        Thread.sleep(100);
      }
      assertThat(read.get()).isBetween(ReadAhead.BLOCK, 36 * ReadAhead.BLOCK + 1);
    }
  }

  @Test
  void closedInTheMiddleItStopsAndClosesItsSource() {
    try (var rows = upTo(1_000_000)) {
      rows.next();
    }
    assertThat(closed).hasValue(1);
    assertThat(read.get()).isLessThan(1_000_000);
  }

  @Test
  void troubleComesBehindWhatWasReadBefore() {
    try (var rows = ahead.read(this::brokenAt850, same(), closed::incrementAndGet)) {
      for (int i = 1; i < 850; i++) {
        assertThat(rows.next()).hasValue(i);
      }
      assertThatThrownBy(rows::next).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(closed).hasValue(1);
  }

  @Test
  void aReaderThatWasStoppedIsNoEnd() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    var held =
        Ahead.on(
            task -> {
              var thread = new Thread(task);
              threads.add(thread);
              thread.start();
            });
    try (var rows = held.read(() -> Optional.of(read.incrementAndGet()), same(), () -> {})) {
      rows.next();
      threads.get(0).interrupt();
      threads.get(0).join();
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1_000_000; i++) {
                  rows.next();
                }
              })
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private static UnaryOperator<List<Integer>> same() {
    return values -> values;
  }

  private ReadAhead<Integer> upTo(int last) {
    return ahead.read(
        () -> Optional.of(read.incrementAndGet()).filter(n -> n <= last),
        same(),
        closed::incrementAndGet);
  }

  @Test
  void worksOnBlocksOnTheOtherThread() {
    var workers = new HashSet<Thread>();
    var rows =
        ahead.read(
            () -> Optional.of(read.incrementAndGet()).filter(n -> n <= 1_000),
            some -> {
              workers.add(Thread.currentThread());
              return some.stream().map(n -> -n).toList();
            },
            () -> {});
    assertThat(rows.next()).hasValue(-1);
    for (int i = 2; i <= 1_000; i++) {
      assertThat(rows.next()).hasValue(-i);
    }
    assertThat(rows.next()).isEmpty();
    assertThat(workers).hasSize(1).doesNotContain(Thread.currentThread());
  }

  private Optional<Integer> brokenAt850() {
    int n = read.incrementAndGet();
    if (n == 850) {
      throw new IllegalArgumentException("broken");
    }
    return Optional.of(n);
  }
}
