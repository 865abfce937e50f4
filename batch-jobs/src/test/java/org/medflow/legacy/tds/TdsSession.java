package org.medflow.legacy.tds;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One connection of a client, from its greeting to its end. */
final class TdsSession implements Runnable {

  private static final System.Logger LOG = System.getLogger(TdsSession.class.getName());

  private static final int NO_TABLE = 208;
  private static final int NO_COLUMN = 207;
  private static final int BAD_SYNTAX = 102;
  private static final int LOGIN_FAILED = 18456;

  private final TdsStandIn standIn;
  private final Socket socket;
  private final TdsWire wire;
  private final Map<Integer, String> prepared = new HashMap<>();
  private Connection base;

  TdsSession(TdsStandIn standIn, Socket socket) throws IOException {
    this.standIn = standIn;
    this.socket = socket;
    this.wire = new TdsWire(socket);
  }

  @Override
  public void run() {
    try (var line = socket;
        var own = standIn.base().connect()) {
      base = own;
      for (var request = wire.read(); request != null; request = wire.read()) {
        if (!answer(request)) {
          return;
        }
      }
    } catch (IOException | SQLException gone) {
      LOG.log(Level.DEBUG, "a client left: {0}", gone.toString());
    }
  }

  /** Whether the session goes on. */
  private boolean answer(TdsWire.Message request) throws IOException, SQLException {
    boolean goesOn = true;
    switch (request.kind()) {
      case TdsWire.PRELOGIN -> wire.write(TdsReply.prelogin());
      case TdsWire.LOGIN -> goesOn = login(TdsLogin.of(request.content()));
      case TdsWire.BATCH -> batch(new TdsInput(request.content()).behindHeaders().rest());
      case TdsWire.CALL -> goesOn = call(TdsCall.of(request.content()));
      case TdsWire.ATTENTION -> wire.write(TdsReply.stopped());
      default -> throw new IOException("message " + request.kind());
    }
    if (goesOn || !socket.isClosed()) {
      wire.end();
    }
    return goesOn;
  }

  private boolean login(TdsLogin login) throws IOException {
    standIn.greeted(login);
    if (standIn.admits(login)) {
      wire.write(TdsReply.welcome(login.database()));
      return true;
    }
    wire.write(TdsReply.error(LOGIN_FAILED, "Login failed for user."));
    wire.write(TdsReply.failed());
    return false;
  }

  /** Statements without parameters; what the driver tells of itself is listened to and no more. */
  private void batch(String sql) throws IOException, SQLException {
    standIn.heard(sql, "");
    if (sql.startsWith("EXEC sp_unprepare") || sql.startsWith("SET ")) {
      wire.write(TdsReply.done());
      return;
    }
    try {
      var rows = select(sql, List.of());
      if (rows >= 0) {
        wire.write(TdsReply.selected(rows));
      }
    } catch (SQLException refused) {
      wire.write(error(refused));
      wire.write(TdsReply.failed());
    }
  }

  private boolean call(TdsCall call) throws IOException {
    try {
      return switch (call.procedure()) {
        case "sp_executesql" -> executed(heard(call, 0, 1), call.from(2), null);
        case "sp_prepexec" -> executed(heard(call, 2, 1), call.from(3), keep(call.text(2)));
        case "sp_prepare" -> ended(keep(heard(call, 2, 1)));
        case "sp_execute" ->
            executed(prepared.get((Integer) call.parameters().get(0)), call.from(1), null);
        case "sp_unprepare" -> ended(null);
        default -> throw new SQLException(call.procedure(), "42000");
      };
    } catch (SQLException refused) {
      wire.write(error(refused));
      wire.write(TdsReply.callFailed());
      return true;
    }
  }

  private String heard(TdsCall call, int sql, int declaration) {
    standIn.heard(call.text(sql), call.parameters().size() > 1 ? call.text(declaration) : "");
    return call.text(sql);
  }

  private int keep(String sql) {
    prepared.put(prepared.size() + 1, sql);
    return prepared.size();
  }

  private boolean ended(Integer handle) throws IOException {
    wire.write(TdsReply.called(handle));
    return true;
  }

  private boolean executed(String sql, List<Object> values, Integer handle)
      throws IOException, SQLException {
    var rows = select(sql, values);
    if (rows < 0) {
      return false;
    }
    wire.write(TdsReply.selectedInCall(rows));
    return ended(handle);
  }

  /** Sends what is selected; -1 when the line was broken meanwhile. */
  private long select(String sql, List<Object> values) throws IOException, SQLException {
    standIn.trouble();
    try (var statement = base.prepareStatement(TdsBase.translated(sql))) {
      TdsBase.bind(statement, values);
      try (var answer = statement.executeQuery()) {
        return sent(answer);
      }
    }
  }

  private long sent(ResultSet answer) throws IOException, SQLException {
    var columns = standIn.base().columns(answer);
    wire.write(TdsReply.columns(columns));
    long rows = 0;
    while (answer.next()) {
      if (standIn.breaksOff()) {
        wire.breakOff();
        return -1;
      }
      var row = new TdsBytes().u8(0xD1);
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).write(row, TdsBase.value(answer, i + 1));
      }
      wire.write(row);
      rows++;
    }
    return rows;
  }

  private static TdsBytes error(SQLException refused) {
    int number =
        switch (String.valueOf(refused.getSQLState())) {
          case "42S02", "42S04" -> NO_TABLE;
          case "42S22" -> NO_COLUMN;
          case TdsStandIn.ASKED_FOR -> refused.getErrorCode();
          default -> BAD_SYNTAX;
        };
    return TdsReply.error(number, refused.getMessage());
  }
}
