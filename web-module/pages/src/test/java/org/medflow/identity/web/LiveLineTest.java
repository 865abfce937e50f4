package org.medflow.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.platform.event.LiveEvent;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Permission;

class LiveLineTest {

  private static final UUID HERE = new UUID(0, 1);
  private static final UUID ELSEWHERE = new UUID(0, 2);
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final List<String> sent = new ArrayList<>();
  private final List<SendHandler> pending = new ArrayList<>();
  private final List<CloseReason> closed = new ArrayList<>();

  private final LiveLine line = new LiveLine(session(), actor(Permission.VIEW_PATIENTS), NOW);

  @Test
  void hearsTheTopicsOfItsRightsInItsClinicOnly() {
    assertThat(line.hears(event(1, HERE, "patients"))).isTrue();
    assertThat(line.hears(event(1, ELSEWHERE, "patients"))).isFalse();
    assertThat(line.hears(event(1, HERE, "queue"))).isFalse();
    assertThat(line.hears(event(1, HERE, "unheard-of"))).isFalse();
  }

  @Test
  void hearsNothingMoreOnceTheRightIsGone() {
    line.trust(actor(), NOW);
    assertThat(line.hears(event(1, HERE, "patients"))).isFalse();
  }

  @Test
  void sendsOneAfterTheOther() {
    line.send(event(1, HERE, "patients"));
    line.send(event(2, HERE, "patients"));
    assertThat(sent).hasSize(1);
    pending.remove(0).onResult(new SendResult());
    assertThat(sent).hasSize(2);
    assertThat(sent.get(1)).contains("\"seq\":2", "\"topic\":\"patients\"");
  }

  @Test
  void letsASlowListenerGo() {
    for (int i = 0; i <= 513; i++) {
      line.send(event(i, HERE, "patients"));
    }
    assertThat(closed).isNotEmpty();
    assertThat(closed.get(0).getCloseCode()).isEqualTo(CloseCodes.TRY_AGAIN_LATER);
  }

  @Test
  void closesALineThatBroke() {
    line.send(event(1, HERE, "patients"));
    pending.remove(0).onResult(new SendResult(new IllegalStateException("gone")));
    assertThat(closed).hasSize(1);
  }

  @Test
  void remembersWhenItWasChecked() {
    assertThat(line.checkedAfter(NOW.minusSeconds(1))).isTrue();
    assertThat(line.checkedAfter(NOW)).isFalse();
  }

  private static LiveEvent event(long seq, UUID clinic, String topic) {
    return new LiveEvent(seq, clinic, topic, "patient", new UUID(3, seq));
  }

  private static Actor actor(Permission... rights) {
    return new Actor(Actor.Kind.USER, HERE, Set.of(HERE), Set.of(rights), HERE);
  }

  private Session session() {
    var remote =
        fake(
            RemoteEndpoint.Async.class,
            (name, arguments) -> {
              sent.add((String) arguments[0]);
              pending.add((SendHandler) arguments[1]);
              return null;
            });
    return fake(
        Session.class,
        (name, arguments) -> {
          if (name.equals("close")) {
            closed.add((CloseReason) arguments[0]);
          }
          return name.equals("getAsyncRemote") ? remote : null;
        });
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            LiveLineTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
  }
}
