package org.medflow.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.platform.store.FakeCache;

class LimitsTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final Map<String, String> kept = new ConcurrentHashMap<>();

  private Limits at(Duration later) {
    return new Limits(FakeCache.over(kept), Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
  }

  @Test
  void countsWithinTheWindow() {
    var limits = at(Duration.ZERO);
    limits.hit("a", 60);
    assertThat(limits.hit("a", 60).count()).isEqualTo(2);
    assertThat(at(Duration.ofSeconds(59)).hit("a", 60).count()).isEqualTo(3);
  }

  @Test
  void beginsAgainWhenTheWindowIsOver() {
    at(Duration.ZERO).hit("a", 60);
    assertThat(at(Duration.ofSeconds(60)).hit("a", 60).count()).isEqualTo(1);
  }

  @Test
  void doesNotMoveTheEndOfTheWindow() {
    var first = at(Duration.ZERO).hit("a", 60);
    assertThat(at(Duration.ofSeconds(30)).hit("a", 60).until()).isEqualTo(first.until());
  }

  @Test
  void losesNoEventOfABurst() {
    var limits = at(Duration.ZERO);
    IntStream.range(0, 500).parallel().forEach(i -> limits.hit("a", 60));
    assertThat(limits.hit("a", 60).count()).isEqualTo(501);
  }

  @Test
  void givesBackButNeverBelowZero() {
    var limits = at(Duration.ZERO);
    limits.giveBack("a", 60);
    limits.hit("a", 60);
    limits.hit("a", 60);
    limits.giveBack("a", 60);
    assertThat(limits.hit("a", 60).count()).isEqualTo(2);
  }

  @Test
  void clearsACount() {
    var limits = at(Duration.ZERO);
    limits.hit("a", 60);
    limits.clear("a");
    assertThat(limits.hit("a", 60).count()).isEqualTo(1);
  }

  @Test
  void saysWhichEventWasTheFirstTooMany() {
    assertThat(new Tally(5, 0).beyond(5)).isFalse();
    assertThat(new Tally(6, 0).beyond(5)).isTrue();
    assertThat(new Tally(6, 0).justBeyond(5)).isTrue();
    assertThat(new Tally(7, 0).justBeyond(5)).isFalse();
  }

  @Test
  void saysHowLongToWaitInWholeSecondsAtLeastOne() {
    assertThat(new Tally(1, 1_500).secondsLeft(0)).isEqualTo(2);
    assertThat(new Tally(1, 1_000).secondsLeft(0)).isEqualTo(1);
    assertThat(new Tally(1, 0).secondsLeft(5_000)).isEqualTo(1);
  }

  @Test
  void readsAnAllowanceFromTheInstallation() {
    var settings = Map.of("MEDFLOW_LIMIT_API", " 12 ");
    assertThat(Allowance.of("API", 5, 60, settings).most()).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "many", "", "9999999999"})
  void keepsTheAllowanceOfTheSpecificationWhenTheSettingIsNoNumber(String text) {
    assertThat(Allowance.of("API", 5, 60, Map.of("MEDFLOW_LIMIT_API", text)).most()).isEqualTo(5);
  }

  @Test
  void countsPartiesApart() {
    var limits = at(Duration.ZERO);
    var allowance = new Allowance("API", 5, 60);
    allowance.use(limits, "a");
    assertThat(allowance.use(limits, "a").count()).isEqualTo(2);
    assertThat(allowance.use(limits, "b").count()).isEqualTo(1);
    allowance.giveBack(limits, "a");
    assertThat(allowance.use(limits, "a").count()).isEqualTo(2);
    allowance.clear(limits, "a");
    assertThat(allowance.use(limits, "a").count()).isEqualTo(1);
  }

  @Test
  void givesAOneTimeCodeAwayOnce() {
    var codes = new OneTimeCodes(FakeCache.empty());
    var code = codes.issue("live", "meaning", 30);
    assertThat(code).hasSizeGreaterThanOrEqualTo(43);
    assertThat(codes.take("reset", code)).isEmpty();
    assertThat(codes.take("live", code)).contains("meaning");
    assertThat(codes.take("live", code)).isEmpty();
  }

  @Test
  void takesNoCodeThatCannotBeOne() {
    var codes = new OneTimeCodes(FakeCache.empty());
    assertThat(codes.take("live", null)).isEmpty();
    assertThat(codes.take("live", "x".repeat(65))).isEmpty();
  }
}
