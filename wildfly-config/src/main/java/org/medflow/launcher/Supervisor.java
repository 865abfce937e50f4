package org.medflow.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps database and server alive while it lives: what dies is started again, at first at once,
 * then after pauses that double. It holds the lock of the home folder, which the system gives back
 * even when the supervisor is killed.
 */
final class Supervisor {

  private static final Duration LOOK = Duration.ofMillis(500);

  private final Installation installation;
  private final Optional<EmbeddedDatabase> database;
  private final Backoff databaseBackoff = new Backoff();
  private final Backoff serverBackoff = new Backoff();
  private Server server;
  private volatile boolean stopping;
  private volatile String failure;

  Supervisor(Installation installation) {
    this.installation = installation;
    this.database = installation.embeddedDatabase();
  }

  /** Takes the folder for this process, or tells that somebody has it. */
  static FileLock lock(Home home) {
    try {
      var channel = channel(home);
      var lock = channel.tryLock();
      if (lock == null) {
        channel.close();
      }
      return lock;
    } catch (IOException refused) {
      throw new LauncherProblem("%s cannot be locked.".formatted(home.lock()), refused);
    }
  }

  /**
   * Whether somebody holds the folder. The file is closed at once: the system gives up every lock
   * of a process with the first of its file handles that closes, even when only the garbage
   * collector finds it.
   */
  static boolean locked(Home home) {
    try (var channel = channel(home);
        var lock = channel.tryLock()) {
      return lock == null;
    } catch (IOException refused) {
      throw new LauncherProblem("%s cannot be locked.".formatted(home.lock()), refused);
    }
  }

  private static FileChannel channel(Home home) throws IOException {
    return FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** Starts everything; on failure nothing is left running. */
  void start() {
    try {
      endLeftovers();
      installation.ports().requireFree(database.isPresent());
      write(RunState.STARTING, null);
      startAll();
      write(RunState.READY, null);
    } catch (LauncherProblem problem) {
      failure = problem.getMessage();
      stop();
      throw problem;
    }
  }

  private void startAll() {
    startDatabase();
    installation.prepareDatabase(database.map(EmbeddedDatabase::superuser));
    server = installation.server();
    startServer();
    write(RunState.STARTING, null);
    new Readiness(installation.home(), installation.ports()).await(server);
  }

  private synchronized void startDatabase() {
    if (!stopping) {
      database.ifPresent(EmbeddedDatabase::start);
    }
  }

  private synchronized void startServer() {
    if (!stopping) {
      server.start();
    }
  }

  /** Returns only when asked to stop. */
  void watch() {
    while (!stopping) {
      Processes.pause(LOOK);
      if (!stopping && database.isPresent() && !database.get().alive()) {
        revive("The database", databaseBackoff, this::startDatabase);
      }
      if (!stopping && !server.alive()) {
        revive("The server", serverBackoff, this::startServer);
      }
    }
  }

  private void revive(String what, Backoff backoff, Runnable start) {
    Console.say(what + " ended by itself and is started again.");
    Processes.pause(backoff.next());
    try {
      start.run();
      write(RunState.READY, null);
    } catch (LauncherProblem again) {
      Console.say(again.getMessage());
    }
  }

  /** Stops the server first, so that it can finish what it has begun. */
  synchronized void stop() {
    stopping = true;
    if (server != null) {
      server.stop();
    }
    database.ifPresent(EmbeddedDatabase::stop);
    write(failure == null ? RunState.STOPPED : RunState.FAILED, failure);
  }

  private void endLeftovers() {
    Server.endLeftovers(installation.home());
    EmbeddedDatabase.endLeftovers(installation.home());
  }

  private void write(String phase, String problem) {
    new RunState(
            phase,
            problem,
            ProcessHandle.current().pid(),
            database.filter(EmbeddedDatabase::alive).map(EmbeddedDatabase::pid).orElse(0L),
            server != null && server.alive() ? server.pid() : 0L,
            installation.ports().offset(),
            installation.lan())
        .write(installation.home());
  }
}
