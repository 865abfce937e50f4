package org.medflow.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReadAheadTest {

  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final Parallel parallel = Parallel.on(task -> new Thread(task).start(), 2);

  @Test
  void everyValueOnceAndInOrder() {
    var values = new ArrayList<Integer>();
    try (var ahead = upTo(1_001)) {
      for (var one = ahead.next(); one.isPresent(); one = ahead.next()) {
        values.add(one.get());
      }
      assertThat(ahead.next()).isEmpty();
    }
    assertThat(values).hasSize(1_001).isSorted().doesNotHaveDuplicates();
    assertThat(closed).hasValue(1);
  }

  @Test
  void readsNoFurtherAheadThanItMay() throws InterruptedException {
    try (var ahead = upTo(1_000_000)) {
      ahead.next();
      int before = -1;
      while (read.get() > before) {
        before = read.get();
        Thread.sleep(100);
      }
      assertThat(read.get()).isBetween(ReadAhead.BLOCK, 8 * ReadAhead.BLOCK + 1);
    }
  }

  @Test
  void closedInTheMiddleItStopsAndClosesItsSource() {
    try (var ahead = upTo(1_000_000)) {
      ahead.next();
    }
    assertThat(closed).hasValue(1);
    assertThat(read.get()).isLessThan(1_000_000);
  }

  @Test
  void troubleComesBehindWhatWasReadBefore() {
    try (var ahead = parallel.ahead(this::brokenAt450, closed::incrementAndGet)) {
      for (int i = 1; i < 450; i++) {
        assertThat(ahead.next()).hasValue(i);
      }
      assertThatThrownBy(ahead::next).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(closed).hasValue(1);
  }

  @Test
  void aReaderThatWasStoppedIsNoEnd() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    var held =
        Parallel.on(
            task -> {
              var thread = new Thread(task);
              threads.add(thread);
              thread.start();
            },
            2);
    try (var ahead = held.ahead(() -> Optional.of(read.incrementAndGet()), () -> {})) {
      ahead.next();
      threads.get(0).interrupt();
      threads.get(0).join();
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 1_000_000; i++) {
                  ahead.next();
                }
              })
          .isInstanceOf(IllegalStateException.class);
    }
  }

  private ReadAhead<Integer> upTo(int last) {
    return parallel.ahead(
        () -> Optional.of(read.incrementAndGet()).filter(n -> n <= last), closed::incrementAndGet);
  }

  private Optional<Integer> brokenAt450() {
    int n = read.incrementAndGet();
    if (n == 450) {
      throw new IllegalArgumentException("broken");
    }
    return Optional.of(n);
  }
}
