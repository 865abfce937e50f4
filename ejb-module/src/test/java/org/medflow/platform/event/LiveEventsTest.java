package org.medflow.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Permission;

class LiveEventsTest {

  private static final UUID KINSHASA = Ids.next();
  private static final UUID LUBUMBASHI = Ids.next();

  /** The table, with the instants at which its rows were begun. */
  private static final class Table extends LiveEventQuery {

    private final List<LiveEvent> events = new ArrayList<>();
    private final List<Instant> begun = new ArrayList<>();
    private int asked;
    private Instant forgotten;

    @Override
    void add(UUID clinic, String topic, String entity, UUID id) {
      commit(events.size() + 1L, clinic, Instant.EPOCH);
    }

    void commit(long seq, UUID clinic, Instant at) {
      events.add(new LiveEvent(seq, clinic, "patients", "patient", Ids.next()));
      begun.add(at);
    }

    @Override
    List<LiveEvent> since(long seq, Collection<UUID> clinics, Collection<String> topics, int most) {
      asked++;
      return events.stream().filter(event -> event.seq() > seq).limit(most).toList();
    }

    @Override
    List<LiveEvent> begunAfter(Instant from) {
      asked++;
      return events.stream().filter(e -> begun.get(events.indexOf(e)).isAfter(from)).toList();
    }

    @Override
    int forget(Instant before) {
      forgotten = before;
      return 0;
    }
  }

  /** A clock that is moved by hand. */
  private static final class Watch extends Clock {

    private Instant now = Instant.parse("2026-11-24T08:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Table table = new Table();
  private final LiveEvents live = new LiveEvents();
  private final LiveTail tail = new LiveTail();
  private final Watch watch = new Watch();
  private final List<Long> heard = new ArrayList<>();

  @BeforeEach
  void wire() {
    live.events = table;
    tail.events = table;
    tail.live = live;
    tail.clock = watch;
    tail.start();
  }

  private void tick() {
    watch.pass(Duration.ofSeconds(1));
    tail.tail();
  }

  @Test
  void publishesForEveryClinicOfTheActor() {
    var actor =
        new Actor(
            Actor.Kind.USER,
            Ids.next(),
            Set.of(KINSHASA, LUBUMBASHI),
            Set.of(Permission.VIEW_PATIENTS),
            null);
    Actors.run(actor, () -> live.publish("patients", "patient", Ids.next()));
    assertThat(table.events)
        .extracting(LiveEvent::clinic)
        .containsExactlyInAnyOrder(KINSHASA, LUBUMBASHI);
  }

  @Test
  void asksNothingForNobodysClinics() {
    assertThat(live.since(0, Set.of(), Set.of("patients"))).isEmpty();
    assertThat(live.since(0, Set.of(KINSHASA), Set.of())).isEmpty();
    assertThat(table.asked).isZero();
  }

  @Test
  void replaysAtMostFiveHundredEvents() {
    for (int i = 1; i <= 600; i++) {
      table.commit(i, KINSHASA, watch.instant());
    }
    assertThat(live.since(10, Set.of(KINSHASA), Set.of("patients"))).hasSize(500);
  }

  @Test
  void deliversEachEventOnce() throws Exception {
    try (var listening = live.listen(event -> heard.add(event.seq()))) {
      table.commit(1, KINSHASA, watch.instant().plusMillis(1));
      tick();
      tick();
      tick();
    }
    assertThat(heard).containsExactly(1L);
  }

  @Test
  void deliversANumberThatWasCommittedAfterALaterOne() throws Exception {
    try (var listening = live.listen(event -> heard.add(event.seq()))) {
      var begun = watch.instant().plusMillis(1);
      table.commit(2, KINSHASA, begun);
      tick();
      table.commit(1, KINSHASA, begun);
      tick();
    }
    assertThat(heard).containsExactly(2L, 1L);
  }

  @Test
  void doesNotTellWhatHappenedBeforeItStarted() throws Exception {
    table.commit(1, KINSHASA, watch.instant().minusSeconds(5));
    try (var listening = live.listen(event -> heard.add(event.seq()))) {
      tick();
    }
    assertThat(heard).isEmpty();
  }

  @Test
  void staysQuietWhileNobodyListens() throws Exception {
    live.listen(event -> heard.add(event.seq())).close();
    tick();
    assertThat(table.asked).isZero();
  }

  @Test
  void forgetsEventsAfterTwelveHours() {
    tail.forget();
    assertThat(table.forgotten).isEqualTo(watch.instant().minus(Duration.ofHours(12)));
  }
}
