package org.medflow.platform.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Pure work on all processors. No transaction and no caller goes with it, so nothing that reads or
 * writes clinical data belongs here. The caller's own thread takes every share that no other thread
 * has begun: threads that are all busy make it slower and never stop it.
 */
@ApplicationScoped
public class Parallel {

  private static final int LEAST = 50;
  private static final int SHARES_PER_PROCESSOR = 2;

  @Resource ManagedExecutorService managed;

  private Executor threads;
  private int shares = SHARES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();

  public Parallel() {}

  private Parallel(Executor threads, int shares) {
    this.threads = threads;
    this.shares = shares;
  }

  /** By these threads, in at most so many shares. */
  public static Parallel on(Executor threads, int shares) {
    return new Parallel(threads, shares);
  }

  /** What the work makes of each value, in their order; the first exception ends it. */
  public <A, B> List<B> map(List<A> values, Function<? super A, ? extends B> work) {
    int parts = Math.max(1, Math.min(shares, values.size() / LEAST));
    var tasks = new ArrayList<FutureTask<List<B>>>();
    for (int i = 0; i < parts; i++) {
      var share = values.subList(values.size() * i / parts, values.size() * (i + 1) / parts);
      tasks.add(new FutureTask<>(() -> each(share, work)));
    }
    tasks.subList(1, parts).forEach(task -> threads().execute(task));
    tasks.forEach(FutureTask::run);
    var made = new ArrayList<B>(values.size());
    tasks.forEach(task -> made.addAll(result(task)));
    return made;
  }

  /** Reads ahead on a thread of its own, which alone uses and at its end closes what it reads. */
  public <T> ReadAhead<T> ahead(Supplier<Optional<T>> next, Runnable close) {
    var reader = new ReadAhead<>(next, close);
    threads().execute(reader.reading());
    return reader;
  }

  private Executor threads() {
    return threads == null ? managed : threads;
  }

  private static <A, B> List<B> each(List<A> share, Function<? super A, ? extends B> work) {
    var made = new ArrayList<B>(share.size());
    for (var value : share) {
      made.add(work.apply(value));
    }
    return made;
  }

  static <T> T result(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting", stopped);
    }
  }
}
