package org.medflow.identity.web;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.medflow.identity.boundary.LiveTickets;

/**
 * Where browsers hear that something changed, ids only. A ticket opens it once; {@code seq} is the
 * last number heard before, and what was missed is sent again. A client says {@code ping} within a
 * minute and a half, or is taken for gone.
 */
@ServerEndpoint("/live")
public class LiveSocket {

  private static final System.Logger LOG = System.getLogger(LiveSocket.class.getName());
  private static final long SILENCE = 90_000;
  private static final int LONGEST_MESSAGE = 64;

  @Inject LiveTickets tickets;
  @Inject LiveDesk desk;

  @OnOpen
  public void open(Session session) throws IOException {
    session.setMaxIdleTimeout(SILENCE);
    session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
    var listener = tickets.redeem(parameter(session, "ticket").orElse(null));
    if (listener.isEmpty()) {
      session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "ticket"));
      return;
    }
    desk.seat(session, listener.get(), seen(session));
  }

  @OnMessage
  public String message(String text, Session session) {
    return "ping".equals(text) && desk.mayStay(session) ? "pong" : null;
  }

  @OnClose
  public void close(Session session) {
    desk.leave(session);
  }

  /** A line that broke is a client that went away; she comes back with her last number. */
  @OnError
  public void broken(Session session, Throwable failure) {
    LOG.log(Level.DEBUG, "live line {0} broke: {1}", session.getId(), failure.getClass());
    desk.leave(session);
  }

  private static long seen(Session session) {
    return parameter(session, "seq")
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::parseLong)
        .orElse(-1L);
  }

  private static Optional<String> parameter(Session session, String name) {
    return session.getRequestParameterMap().getOrDefault(name, List.of()).stream().findFirst();
  }
}
