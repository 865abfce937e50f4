package org.medflow.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {

  private static final List<Integer> MANY = IntStream.range(0, 1_003).boxed().toList();

  @Test
  void keepsTheOrderWhicheverThreadWorks() {
    var parallel = Parallel.on(task -> new Thread(task).start(), 7);

    assertThat(parallel.map(MANY, n -> n * 2)).isEqualTo(MANY.stream().map(n -> n * 2).toList());
  }

  @Test
  void otherThreadsTakeTheirShare() {
    var workers = ConcurrentHashMap.<Thread>newKeySet();
    var second = new CountDownLatch(1);
    var parallel = Parallel.on(task -> new Thread(task).start(), 2);

    parallel.map(
        MANY,
        n -> {
          if (workers.add(Thread.currentThread()) && workers.size() == 2) {
            second.countDown();
          }
          return n == 0 ? waited(second) : n;
        });

    assertThat(workers).hasSize(2);
  }

  @Test
  void worksAloneWhenNobodyElseHasTime() {
    var parallel = Parallel.on(task -> {}, 4);

    assertThat(parallel.map(MANY, n -> n + 1)).hasSize(MANY.size()).endsWith(1_003);
  }

  @Test
  void fewValuesStayWithTheCaller() {
    var parallel =
        Parallel.on(
            task -> {
              throw new AssertionError("not asked for");
            },
            4);

    assertThat(parallel.map(MANY.subList(0, 60), n -> n)).hasSize(60);
    assertThat(parallel.map(List.<Integer>of(), n -> n)).isEmpty();
  }

  @Test
  void nothingMayComeOutOfAValue() {
    assertThat(Parallel.on(Runnable::run, 2).map(List.of(1), n -> null))
        .containsExactly((Object) null);
  }

  @Test
  void troubleComesOutAsItWas() {
    var parallel = Parallel.on(Runnable::run, 4);

    assertThatThrownBy(() -> parallel.map(MANY, n -> 1 / (n - 700)))
        .isInstanceOf(ArithmeticException.class);
  }

  private static int waited(CountDownLatch latch) {
    try {
      latch.await();
      return 0;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
