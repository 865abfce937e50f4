package org.medflow.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.medflow.launcher.DatabaseAddress.Login;

/**
 * PostgreSQL as a child of the supervisor. Every commit is on disk before it is acknowledged; a
 * server left behind by a killed launcher is shut down properly before the next one starts on its
 * files.
 */
final class EmbeddedDatabase {

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration RESTART_PATIENCE = Duration.ofSeconds(10);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
  private static final Duration AGAIN = Duration.ofMillis(500);

  private static final int POOL = 80;
  private static final int OTHERS = 40;

  private final Home home;
  private final int port;
  private final int connections;
  private final Login superuser;
  private final Engine engine;
  private Process process;

  EmbeddedDatabase(Home home, int port, String superuserPassword) {
    this(home, port, superuserPassword, 1);
  }

  /** With as many connections as the pools of so many servers may open, and some for others. */
  EmbeddedDatabase(Home home, int port, String superuserPassword, int servers) {
    this.home = home;
    this.port = port;
    this.connections = OTHERS + servers * POOL;
    this.superuser = new Login(HostRules.SUPERUSER, superuserPassword);
    this.engine = Engine.unpack(home);
  }

  /** Starts the server and returns when it lets its superuser in. */
  void start() {
    endLeftovers(home);
    try {
      if (!home.hasDatabase()) {
        create();
      }
      Files.writeString(home.pg().resolve("pg_hba.conf"), HostRules.text());
      spawn();
      awaitEntry();
    } catch (IOException refused) {
      throw new LauncherProblem("PostgreSQL cannot be started.", refused);
    }
  }

  private void spawn() throws IOException {
    process =
        new ProcessBuilder(Processes.apart(unprivileged(command())))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
  }

  boolean alive() {
    return process != null && process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  void stop() {
    if (alive()) {
      Processes.end(process.toHandle(), "INT", STOP_PATIENCE);
    }
  }

  Login superuser() {
    return superuser;
  }

  /** Shuts down a server that still runs on our files although its launcher is gone. */
  static void endLeftovers(Home home) {
    Processes.ours("/postgres", home.pg().toString())
        .forEach(handle -> Processes.end(handle, "INT", STOP_PATIENCE));
  }

  /** A cluster appears whole or not at all: an interrupted initdb leaves only a draft. */
  private void create() throws IOException {
    var draft = home.root().resolve("pg.new");
    Folders.delete(draft);
    Folders.delete(home.pg());
    var passwordFile = home.root().resolve("initdb.password");
    Home.writePrivately(passwordFile, superuser.password() + "\n");
    try {
      Processes.run(
          unprivileged(
              List.of(
                  engine.program("initdb"),
                  "--pgdata=" + draft,
                  "--username=" + superuser.user(),
                  "--pwfile=" + passwordFile,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale=C",
                  "--lc-ctype=C.UTF-8",
                  "--data-checksums")),
          log());
      Files.move(draft, home.pg(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(engine.program("postgres"));
    command.add("-D");
    command.add(home.pg().toString());
    Stream.concat(settings().stream(), MachineMemory.here().database().stream())
        .forEach(setting -> command.addAll(List.of("-c", setting)));
    return command;
  }

  private List<String> settings() {
    return List.of(
        "port=" + port,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "fsync=on",
        "synchronous_commit=on",
        "full_page_writes=on",
        "max_connections=" + connections,
        "work_mem=8MB",
        "maintenance_work_mem=256MB",
        "max_wal_size=2GB",
        "autovacuum_naptime=20s",
        "random_page_cost=1.1",
        "jit=off",
        "timezone=UTC",
        "log_timezone=UTC",
        "password_encryption=scram-sha-256",
        "logging_collector=on",
        "log_directory=log",
        "log_filename=postgresql-%a.log",
        "log_rotation_age=1d",
        "log_rotation_size=0",
        "log_truncate_on_rotation=on",
        "log_error_verbosity=terse",
        "log_min_error_statement=panic",
        "log_parameter_max_length_on_error=0",
        "idle_in_transaction_session_timeout=10min");
  }

  /** PostgreSQL refuses root; in a user namespace of its own root is nobody. */
  private static List<String> unprivileged(List<String> command) {
    if (!Processes.root()) {
      return command;
    }
    var wrapped = new ArrayList<>(List.of("unshare", "--user"));
    wrapped.addAll(command);
    return wrapped;
  }

  /**
   * Waits for the open door. The workers of a killed server hold its memory for some moments, and
   * the next one refuses to start meanwhile; so an early end is tried again.
   */
  private void awaitEntry() throws IOException {
    long end = System.nanoTime() + START_PATIENCE.toNanos();
    long lastTry = System.nanoTime() + RESTART_PATIENCE.toNanos();
    while (!entered()) {
      if (!alive() && System.nanoTime() < lastTry) {
        Processes.pause(AGAIN);
        spawn();
      } else if (!alive() || System.nanoTime() > end) {
        stop();
        throw new LauncherProblem(
            "PostgreSQL did not start on port %d; see %s and %s."
                .formatted(port, log(), home.pg().resolve("log")));
      }
      Processes.pause(Duration.ofMillis(100));
    }
  }

  private boolean entered() {
    var address = DatabaseAddress.embedded(port, superuser);
    try {
      DriverManager.getConnection(address.url("postgres"), superuser.user(), superuser.password())
          .close();
      return true;
    } catch (SQLException notYet) {
      return false;
    }
  }

  private Path log() {
    return home.root().resolve("postgres.log");
  }
}
