package org.medflow.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medflow.launcher.RunState.ServerState;

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
  private List<Server> servers = List.of();
  private final Map<Server, Backoff> serverBackoffs = new HashMap<>();
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
      installation.requireFreePorts();
      write(RunState.STARTING, null);
      startAll();
      write(RunState.READY, null);
    } catch (LauncherProblem problem) {
      failure = problem.getMessage();
      stop();
      throw problem;
    }
  }

  /** The first server makes what is made once; the others come when it is ready. */
  private void startAll() {
    startDatabase();
    installation.prepareDatabase(database.map(EmbeddedDatabase::superuser));
    servers = installation.servers();
    for (var server : servers) {
      start(server);
      write(RunState.STARTING, null);
      new Readiness(installation.home(), server.node().ports()).await(server);
    }
  }

  private synchronized void startDatabase() {
    if (!stopping) {
      database.ifPresent(EmbeddedDatabase::start);
    }
  }

  private synchronized void start(Server server) {
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
      reviveServers();
    }
  }

  /** One after the other, so that each finds in the channel those that came before it. */
  private void reviveServers() {
    servers.stream()
        .filter(server -> !stopping && !server.alive())
        .findFirst()
        .filter(dead -> servers.stream().noneMatch(this::onItsWay))
        .ifPresent(this::revive);
  }

  private boolean onItsWay(Server server) {
    return server.young() && !Readiness.of(installation.home(), server.node());
  }

  private void revive(Server server) {
    var what = server.node().clustered() ? "Node " + server.node().number() : "The server";
    var backoff = serverBackoffs.computeIfAbsent(server, first -> new Backoff());
    revive(what, backoff, () -> start(server));
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

  /** Stops the servers first, so that they can finish what they have begun. */
  synchronized void stop() {
    stopping = true;
    servers.forEach(Server::stop);
    database.ifPresent(EmbeddedDatabase::stop);
    write(failure == null ? RunState.STOPPED : RunState.FAILED, failure);
  }

  private void endLeftovers() {
    Server.endLeftovers(installation.home());
    EmbeddedDatabase.endLeftovers(installation.home());
  }

  private void write(String phase, String problem) {
    var states = installation.nodes().stream().map(this::state).toList();
    new RunState(
            phase,
            problem,
            ProcessHandle.current().pid(),
            database.filter(EmbeddedDatabase::alive).map(EmbeddedDatabase::pid).orElse(0L),
            states.get(0).pid(),
            installation.ports().offset(),
            installation.lan(),
            states)
        .write(installation.home());
  }

  private ServerState state(Node node) {
    long pid =
        servers.stream()
            .filter(server -> server.node().equals(node) && server.alive())
            .mapToLong(Server::pid)
            .findFirst()
            .orElse(0L);
    return new ServerState(node.number(), pid, node.ports().offset());
  }
}
