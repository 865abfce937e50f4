package org.medflow.identity.web;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.medflow.platform.event.LiveEvent;
import org.medflow.platform.security.Actor;

/**
 * One browser on the line. At most 512 messages wait for her; whoever is slower is let go and comes
 * back with her last number.
 */
final class LiveLine {

  private static final System.Logger LOG = System.getLogger(LiveLine.class.getName());
  private static final int MOST_WAITING = 512;

  private final Session session;
  private final Deque<String> waiting = new ArrayDeque<>();
  private boolean sending;
  private Actor listener;
  private Instant checked;

  LiveLine(Session session, Actor listener, Instant now) {
    this.session = session;
    this.listener = listener;
    this.checked = now;
  }

  synchronized Actor listener() {
    return listener;
  }

  synchronized boolean checkedAfter(Instant then) {
    return checked.isAfter(then);
  }

  synchronized void trust(Actor actor, Instant now) {
    listener = actor;
    checked = now;
  }

  synchronized boolean hears(LiveEvent event) {
    return listener.clinics().contains(event.clinic())
        && LiveTopics.of(listener).contains(event.topic());
  }

  void send(LiveEvent event) {
    if (!queued(text(event))) {
      close(new CloseReason(CloseCodes.TRY_AGAIN_LATER, "slow"));
    }
  }

  private synchronized boolean queued(String text) {
    if (waiting.size() >= MOST_WAITING) {
      return false;
    }
    waiting.add(text);
    if (!sending) {
      next();
    }
    return true;
  }

  private synchronized void next() {
    var text = waiting.poll();
    sending = text != null;
    if (sending) {
      try {
        session.getAsyncRemote().sendText(text, this::sent);
      } catch (IllegalStateException | IllegalArgumentException closed) {
        LOG.log(Level.DEBUG, "live line {0} cannot be written", session.getId());
        close(new CloseReason(CloseCodes.GOING_AWAY, "broken"));
      }
    }
  }

  private void sent(SendResult result) {
    if (result.isOK()) {
      next();
    } else {
      close(new CloseReason(CloseCodes.GOING_AWAY, "broken"));
    }
  }

  void close(CloseReason why) {
    try {
      session.close(why);
    } catch (IOException gone) {
      LOG.log(Level.DEBUG, "live line {0} was closed already", session.getId());
    }
  }

  /** Topic and entity are words of our own code, so nothing in here needs escaping. */
  static String text(LiveEvent event) {
    return "{\"seq\":%d,\"topic\":\"%s\",\"entity\":\"%s\",\"id\":\"%s\"}"
        .formatted(event.seq(), event.topic(), event.entity(), event.id());
  }
}
