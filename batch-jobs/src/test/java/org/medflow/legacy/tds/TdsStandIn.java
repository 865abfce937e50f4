package org.medflow.legacy.tds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands in for SQL Server in tests: speaks enough of TDS 7.4 for the real driver to sign in
 * without encryption, to prepare statements and to read native types, and lets H2 execute them. It
 * can be told to fail in the ways that servers and lines fail. It is no SQL Server: what passes
 * here was not thereby shown to pass there.
 */
public final class TdsStandIn implements AutoCloseable {

  /** SQLState of an error that a test asked for. */
  static final String ASKED_FOR = "99001";

  private static final System.Logger LOG = System.getLogger(TdsStandIn.class.getName());

  private final ServerSocket door;
  private final String user;
  private final String password;
  private final TdsBase base;
  private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
  private final List<String> statements = new CopyOnWriteArrayList<>();
  private final List<String> declarations = new CopyOnWriteArrayList<>();
  private final AtomicInteger nextError = new AtomicInteger();
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicLong rowsLeft = new AtomicLong(Long.MAX_VALUE);
  private final AtomicInteger greetings = new AtomicInteger();
  private volatile Duration pause = Duration.ZERO;
  private volatile boolean refuses;
  private volatile boolean readOnlyIntent;

  private TdsStandIn(String user, String password, int port) throws IOException, SQLException {
    this.user = user;
    this.password = password;
    base = new TdsBase();
    door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    daemon("tds-door", this::listen);
  }

  /** Starts on a free port of this machine. */
  public static TdsStandIn start(String user, String password) {
    return start(user, password, 0);
  }

  public static TdsStandIn start(String user, String password, int port) {
    try {
      return new TdsStandIn(user, password, port);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Makes a table: {@code CREATE TABLE Name(column type ..., ...)} in the words of SQL Server. */
  public void table(String ddl) {
    unchecked(() -> base.create(ddl));
  }

  /** Puts rows into a table of the schema dbo; values in the order of the columns named. */
  public void insert(String table, List<String> columns, List<List<Object>> rows) {
    unchecked(() -> base.insert(table, columns, rows));
  }

  /** Changes rows behind the client's back; {@code ?} stands for values. */
  public void update(String sql, Object... values) {
    unchecked(() -> base.run(sql, values));
  }

  /** Breaks the line once, when this many more rows have been sent. */
  public void dropConnectionAfterRows(long rows) {
    rowsLeft.set(rows);
  }

  /** Whether those who come are sent away; those who are in are sent away too. */
  public void refuse(boolean refused) {
    refuses = refused;
    if (refused) {
      lines.forEach(TdsStandIn::end);
    }
  }

  /** Waits before each answer to a SELECT; zero ends it. */
  public void pause(Duration before) {
    pause = before;
  }

  /** The next SELECT fails with this error of SQL Server. */
  public void failNext(int error) {
    failNext(error, 1);
  }

  /** The next so many SELECTs fail with this error of SQL Server. */
  public void failNext(int error, int times) {
    nextError.set(error);
    errors.set(times);
  }

  /** All SQL that came in, in its order. */
  public List<String> statements() {
    return List.copyOf(statements);
  }

  /** How the parameters of each of them were declared, empty for none. */
  public List<String> declarations() {
    return List.copyOf(declarations);
  }

  /** How many times somebody signed in or tried to. */
  public int greetings() {
    return greetings.get();
  }

  /** Connections that are open. */
  public int connections() {
    return lines.size();
  }

  /** Whether the last who signed in asked for reading only. */
  public boolean readOnlyIntent() {
    return readOnlyIntent;
  }

  @Override
  public void close() {
    end(door);
    lines.forEach(TdsStandIn::end);
    unchecked(base::close);
  }

  TdsBase base() {
    return base;
  }

  void greeted(TdsLogin login) {
    greetings.incrementAndGet();
    readOnlyIntent = login.readOnlyIntent();
  }

  boolean admits(TdsLogin login) {
    return user.equals(login.user()) && password.equals(login.password());
  }

  void heard(String sql, String declaration) {
    statements.add(sql);
    declarations.add(declaration);
  }

  /** The trouble that a test asked for before a SELECT. */
  void trouble() throws SQLException {
    LockSupport.parkNanos(pause.toNanos());
    if (errors.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new SQLException("asked for by a test", ASKED_FOR, nextError.get());
    }
  }

  /** Whether the line breaks before the next row; once for each time it was asked for. */
  boolean breaksOff() {
    if (rowsLeft.getAndUpdate(left -> left == 0 || left == Long.MAX_VALUE ? left : left - 1) > 0) {
      return false;
    }
    rowsLeft.set(Long.MAX_VALUE);
    return true;
  }

  private void listen() {
    try {
      while (!door.isClosed()) {
        var line = door.accept();
        if (refuses) {
          line.close();
        } else {
          serve(line);
        }
      }
    } catch (IOException closed) {
      LOG.log(Level.DEBUG, "the stand-in was closed: {0}", closed.getMessage());
    }
  }

  private void serve(Socket line) throws IOException {
    line.setTcpNoDelay(true);
    lines.add(line);
    var session = new TdsSession(this, line);
    daemon(
        "tds-session",
        () -> {
          session.run();
          lines.remove(line);
        });
  }

  private static void daemon(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void end(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception gone) {
      LOG.log(Level.DEBUG, "already closed: {0}", gone.getMessage());
    }
  }

  private interface Step {
    void run() throws SQLException;
  }

  private static void unchecked(Step step) {
    try {
      step.run();
    } catch (SQLException refused) {
      throw new IllegalArgumentException(refused);
    }
  }
}
