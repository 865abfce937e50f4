package org.medflow.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;
import org.medflow.platform.security.Actor;
import org.medflow.platform.store.FakeCache;

class PaceTest {

  private static final Clock NOW = Clock.fixed(Instant.ofEpochSecond(1_000), ZoneOffset.UTC);

  private final Pace pace = new Pace(new Limits(FakeCache.empty(), NOW), NOW);
  private final Actor nadine = user();

  @Test
  void countsEveryUserForHerself() {
    assertThat(free(() -> pace.request(nadine, "10.0.0.1"), 700)).isEqualTo(600);
    assertThat(pace.request(nadine, "10.0.0.1")).isEqualTo(60);
    assertThat(pace.request(user(), "10.0.0.1")).isZero();
  }

  @Test
  void countsStrangersByTheirAddress() {
    assertThat(free(() -> pace.request(Actor.anonymous(), "10.0.0.1"), 100)).isEqualTo(60);
    assertThat(pace.request(Actor.anonymous(), "10.0.0.2")).isZero();
    assertThat(pace.request(nadine, "10.0.0.1")).isZero();
  }

  @Test
  void countsSearchesDeedsAndReportsApart() {
    assertThat(free(() -> pace.search(nadine), 200)).isEqualTo(120);
    assertThat(free(() -> pace.sensitive(nadine), 200)).isEqualTo(30);
    assertThat(free(() -> pace.report(nadine), 200)).isEqualTo(30);
    assertThat(pace.report(nadine)).isEqualTo(3_600);
  }

  private static long free(IntSupplier question, int times) {
    return IntStream.range(0, times).filter(i -> question.getAsInt() == 0).count();
  }

  private static Actor user() {
    return new Actor(Actor.Kind.USER, Ids.next(), Set.of(), Set.of(), Ids.next());
  }
}
