package org.medflow.platform.work;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads ahead on threads of the server. */
@ApplicationScoped
public class Ahead {

  @Resource ManagedExecutorService managed;

  private Executor threads;

  public Ahead() {}

  private Ahead(Executor threads) {
    this.threads = threads;
  }

  public static Ahead on(Executor threads) {
    return new Ahead(threads);
  }

  /**
   * Reads on one thread, which alone uses what it reads and closes it at the end.
   *
   * @param work what is made of some values there already; neither a transaction nor a caller goes
   *     with it
   */
  public <A, B> ReadAhead<B> read(
      Supplier<Optional<A>> next, Function<List<A>, List<B>> work, Runnable close) {
    var reader = new ReadAhead<B>(values -> values.read(next, work, close));
    (threads == null ? managed : threads).execute(reader.reading());
    return reader;
  }
}
