package org.medflow.platform.work;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads on while what was read is worked on, a bounded number of values ahead. Trouble in reading
 * comes out behind the last value that was read before it.
 */
public final class ReadAhead<T> implements AutoCloseable {

  static final int BLOCK = 250;

  private static final System.Logger LOG = System.getLogger(ReadAhead.class.getName());
  private static final int BLOCKS = 34;
  private static final int PATIENCE_SECONDS = 30;

  private final BlockingQueue<List<T>> blocks = new ArrayBlockingQueue<>(BLOCKS);
  private final FutureTask<Void> reading;
  private Iterator<T> block = Collections.emptyIterator();
  private boolean ended;
  private volatile boolean unwanted;

  ReadAhead(Consumer<ReadAhead<T>> read) {
    reading = new FutureTask<>(() -> read.accept(this), null);
  }

  Runnable reading() {
    return reading;
  }

  /** The next value; empty behind the last. */
  public Optional<T> next() {
    while (!block.hasNext()) {
      if (ended) {
        return Optional.empty();
      }
      var more = await();
      if (more.isEmpty()) {
        ended = true;
        result();
      }
      block = more.iterator();
    }
    return Optional.of(block.next());
  }

  /** Waits until nothing is read any more; trouble that nobody waits for is logged. */
  @Override
  public void close() {
    unwanted = true;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!reading.isDone() && System.nanoTime() < end) {
      poll(10);
    }
    if (!reading.isDone()) {
      LOG.log(Level.WARNING, "a source is still being read {0} s after its end", PATIENCE_SECONDS);
    } else if (!ended) {
      logTrouble();
    }
  }

  private void logTrouble() {
    try {
      result();
    } catch (RuntimeException late) {
      LOG.log(Level.WARNING, "reading ahead ended in {0}", late.getClass().getName());
    }
  }

  private List<T> await() {
    List<T> more = poll(1_000);
    while (more == null) {
      more = reading.isDone() && blocks.isEmpty() ? List.of() : poll(1_000);
    }
    return more;
  }

  private List<T> poll(long millis) {
    try {
      return blocks.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while reading", stopped);
    }
  }

  <A> void read(Supplier<Optional<A>> next, Function<List<A>, List<T>> work, Runnable close) {
    try {
      var values = new ArrayList<A>(BLOCK);
      try {
        for (var one = next.get(); one.isPresent() && !unwanted; one = next.get()) {
          values.add(one.get());
          if (values.size() == BLOCK) {
            put(work.apply(List.copyOf(values)));
            values.clear();
          }
        }
      } finally {
        if (!values.isEmpty() && !unwanted) {
          put(work.apply(List.copyOf(values)));
        }
      }
    } finally {
      try {
        put(List.of());
      } finally {
        close.run();
      }
    }
  }

  private void result() {
    try {
      reading.get();
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

  private void put(List<T> values) {
    try {
      blocks.put(values);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while reading ahead", stopped);
    }
  }
}
