package org.medflow.legacy.gateway;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * At most four connections to the CareVision database, apart from those of the application and in
 * none of its transactions. They ask for reading only; what keeps them from writing is the right of
 * the login, since SQL Server takes the intent as a hint.
 */
final class CareVisionPool implements AutoCloseable {

  static final int MOST = 4;

  private static final System.Logger LOG = System.getLogger(CareVisionPool.class.getName());
  private static final int LOGIN_SECONDS = 30;
  private static final int STATEMENT_SECONDS = 60;
  private static final int WAIT_SECONDS = 30;

  private final SQLServerDataSource server;
  private final Semaphore free = new Semaphore(MOST);
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  CareVisionPool(CareVisionSettings settings) {
    server = server(settings);
  }

  /** What is done with a connection. */
  interface Use<T> {
    T of(Connection connection) throws SQLException;
  }

  /** Lends a connection; it is kept for the next one if the work was done without trouble. */
  <T> T use(Use<T> use) throws SQLException {
    allow();
    try {
      var connection = connection();
      boolean sound = false;
      try {
        var made = use.of(connection);
        sound = !closed;
        return made;
      } finally {
        if (sound) {
          idle.push(connection);
        } else {
          end(connection);
        }
      }
    } finally {
      free.release();
    }
  }

  private Connection connection() throws SQLException {
    var waiting = idle.poll();
    if (waiting != null) {
      return waiting;
    }
    var made = server.getConnection();
    made.setReadOnly(true);
    return made;
  }

  @Override
  public void close() {
    closed = true;
    forget();
  }

  /** Ends the connections that wait: after trouble with one, none of them is to be trusted. */
  void forget() {
    for (var left = idle.poll(); left != null; left = idle.poll()) {
      end(left);
    }
  }

  private void allow() throws SQLException {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    try {
      if (!free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new SQLTransientConnectionException("all connections are taken", "08001");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("interrupted", "08001", stopped);
    }
  }

  private static void end(Connection connection) {
    try {
      connection.close();
    } catch (SQLException gone) {
      LOG.log(Level.DEBUG, "a connection was gone before it was closed: {0}", gone.getSQLState());
    }
  }

  private static SQLServerDataSource server(CareVisionSettings settings) {
    var server = new SQLServerDataSource();
    server.setServerName(settings.server());
    server.setPortNumber(settings.port());
    server.setDatabaseName(settings.database());
    server.setUser(settings.user());
    server.setPassword(settings.password());
    server.setApplicationName("MedFlow");
    server.setApplicationIntent("ReadOnly");
    server.setLoginTimeout(LOGIN_SECONDS);
    server.setQueryTimeout(STATEMENT_SECONDS);
    server.setSocketTimeout(settings.socketMillis());
    server.setConnectRetryCount(0);
    server.setResponseBuffering("adaptive");
    server.setSendStringParametersAsUnicode(false);
    secure(server, settings.tls());
    return server;
  }

  private static void secure(SQLServerDataSource server, CareVisionSettings.Tls tls) {
    server.setEncrypt(String.valueOf(tls.encrypt()));
    server.setTrustServerCertificate(tls.trustAnyCertificate());
    tls.trustStore().ifPresent(server::setTrustStore);
    tls.trustStorePassword().ifPresent(server::setTrustStorePassword);
  }
}
