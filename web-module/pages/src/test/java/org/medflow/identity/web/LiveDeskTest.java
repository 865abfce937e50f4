package org.medflow.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.identity.boundary.LiveTickets;
import org.medflow.platform.event.LiveEvent;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Permission;

class LiveDeskTest {

  private static final UUID HERE = new UUID(0, 1);
  private static final Actor NURSE =
      new Actor(Actor.Kind.USER, HERE, Set.of(HERE), Set.of(Permission.VIEW_PATIENTS), HERE);

  private final List<String> sent = new ArrayList<>();
  private final List<CloseReason> closed = new ArrayList<>();
  private final LiveDesk desk = new LiveDesk();
  private Optional<Actor> present = Optional.of(NURSE);
  private Instant now = Instant.parse("2026-11-24T08:00:00Z");
  private Consumer<LiveEvent> tail;
  private long askedSince = -1;

  @BeforeEach
  void open() {
    desk.clock = new Ticking();
    desk.tickets = new Tickets();
    desk.events = new Events();
    desk.open();
  }

  @Test
  void passesOnWhatHappensHere() {
    desk.seat(session(), NURSE, -1);
    tail.accept(event(5));
    assertThat(sent).containsExactly(LiveLine.text(event(5)));
    assertThat(askedSince).isEqualTo(-1);
  }

  @Test
  void tellsAgainWhatWasMissedAndALittleMore() {
    desk.seat(session(), NURSE, 250);
    assertThat(askedSince).isEqualTo(150);
    assertThat(sent).containsExactly(LiveLine.text(event(151)));
  }

  @Test
  void closesTheLineOfASessionThatEndedBeforeSendingMore() {
    desk.seat(session(), NURSE, -1);
    present = Optional.empty();
    now = now.plusSeconds(31);
    tail.accept(event(5));
    assertThat(sent).isEmpty();
    assertThat(closed).hasSize(1);
  }

  @Test
  void sendsNothingMoreWhenTheRightWasTakenAway() {
    desk.seat(session(), NURSE, -1);
    present = Optional.of(new Actor(Actor.Kind.USER, HERE, Set.of(HERE), Set.of(), HERE));
    now = now.plusSeconds(31);
    tail.accept(event(5));
    assertThat(sent).isEmpty();
    assertThat(closed).isEmpty();
  }

  @Test
  void answersAPingOnlyWhileTheSessionLives() {
    var session = session();
    desk.seat(session, NURSE, -1);
    assertThat(desk.mayStay(session)).isTrue();
    present = Optional.empty();
    now = now.plusSeconds(31);
    assertThat(desk.mayStay(session)).isFalse();
  }

  @Test
  void forgetsWhoLeft() {
    var session = session();
    desk.seat(session, NURSE, -1);
    desk.leave(session);
    tail.accept(event(5));
    assertThat(sent).isEmpty();
    assertThat(desk.mayStay(session)).isFalse();
  }

  private static LiveEvent event(long seq) {
    return new LiveEvent(seq, HERE, "patients", "patient", new UUID(3, seq));
  }

  private Session session() {
    var remote =
        (RemoteEndpoint.Async)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RemoteEndpoint.Async.class},
                (proxy, method, arguments) -> sent.add((String) arguments[0]) ? null : null);
    return (Session)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getId" -> "line-1";
                  case "getAsyncRemote" -> remote;
                  case "close" -> closed.add((CloseReason) arguments[0]) ? null : null;
                  default -> null;
                });
  }

  private final class Tickets extends LiveTickets {
    @Override
    public Optional<Actor> again(Actor listener) {
      return present;
    }
  }

  private final class Events extends LiveEvents {
    @Override
    public List<LiveEvent> since(long seq, Set<UUID> clinics, Set<String> topics) {
      askedSince = seq;
      return List.of(event(seq + 1));
    }

    @Override
    public Subscription listen(Consumer<LiveEvent> listener) {
      tail = listener;
      return () -> tail = null;
    }
  }

  private final class Ticking extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
