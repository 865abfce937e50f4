package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medflow.identity.control.DoorLimits.Door.CLOSED;
import static org.medflow.identity.control.DoorLimits.Door.CLOSING;
import static org.medflow.identity.control.DoorLimits.Door.OPEN;
import static org.medflow.identity.control.DoorLimits.Door.TOO_SOON;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medflow.platform.limit.Limits;
import org.medflow.platform.store.FakeCache;

class DoorLimitsTest {

  private final AtomicLong now = new AtomicLong(1_000);
  private final DoorLimits door = new DoorLimits(new Limits(FakeCache.empty(), new Hands(now)));

  /** One attempt after the other, each after the pause that the one before asked for. */
  private DoorLimits.Door knocks(int times, String user, String address) {
    return IntStream.range(0, times)
        .mapToObj(i -> patient(user, address))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private DoorLimits.Door patient(String user, String address) {
    var answer = door.knock(user, address);
    if (answer == TOO_SOON) {
      now.addAndGet(door.secondsLeft(user, address));
      return door.knock(user, address);
    }
    return answer;
  }

  @Test
  void letsFiveGuessesThroughAndThenCloses() {
    assertThat(knocks(5, "nadine", "10.0.0.1")).isEqualTo(OPEN);
    assertThat(door.knock("nadine", "10.0.0.1")).isEqualTo(CLOSING);
    assertThat(door.knock("nadine", "10.0.0.1")).isEqualTo(CLOSED);
  }

  @Test
  void asksForALongerPauseAfterEveryFailure() {
    assertThat(IntStream.rangeClosed(1, 10).map(DoorLimits::pauseAfter))
        .containsExactly(0, 1, 2, 4, 8, 16, 32, 60, 60, 60);
    assertThat(door.knock("nadine", "10.0.0.1")).isEqualTo(OPEN);
    assertThat(door.knock("nadine", "10.0.0.1")).isEqualTo(OPEN);
    assertThat(door.knock("nadine", "10.0.0.1")).isEqualTo(TOO_SOON);
    assertThat(door.secondsLeft("nadine", "10.0.0.1")).isEqualTo(1);
    now.addAndGet(1);
    assertThat(door.knock("nadine", "10.0.0.1")).isEqualTo(OPEN);
    assertThat(door.secondsLeft("nadine", "10.0.0.1")).isEqualTo(2);
  }

  @Test
  void countsNothingThatCameInAPause() {
    knocks(2, "nadine", "10.0.0.1");
    IntStream.range(0, 100)
        .forEach(i -> assertThat(door.knock("nadine", "10.0.0.1")).isEqualTo(TOO_SOON));
    assertThat(door.knock("colleague", "10.0.0.1")).isEqualTo(OPEN);
    assertThat(door.knock("nadine", "10.0.0.2")).isEqualTo(OPEN);
    assertThat(knocks(3, "nadine", "10.0.0.1")).isEqualTo(OPEN);
    assertThat(patient("nadine", "10.0.0.1")).isEqualTo(CLOSING);
  }

  @Test
  void tellsHowLongAClosedDoorStaysClosed() {
    knocks(6, "nadine", "10.0.0.1");
    assertThat(door.knock("nadine", "10.0.0.1")).isEqualTo(CLOSED);
    assertThat(door.secondsLeft("nadine", "10.0.0.1")).isBetween(880, 900);
    assertThat(door.secondsLeft("nadine", "10.0.0.2")).isZero();
  }

  @Test
  void forgetsThePauseAfterARightPassword() {
    knocks(2, "nadine", "10.0.0.1");
    door.succeeded("nadine", "10.0.0.1");
    assertThat(door.secondsLeft("nadine", "10.0.0.1")).isZero();
    assertThat(door.knock("nadine", "10.0.0.1")).isEqualTo(OPEN);
  }

  @Test
  void tellsOnceOfAnAccountThatIsGuessedAtFromEverywhere() {
    var told = IntStream.range(0, 60).filter(i -> door.alarming("nadine")).boxed().toList();
    assertThat(told).containsExactly(20);
    assertThat(door.alarming("colleague")).isFalse();
  }

  @Test
  void doesNotLetAnAttackerLockAColleagueOutFromElsewhere() {
    knocks(20, "nadine", "10.0.0.66");
    assertThat(door.knock("nadine", "10.0.0.1")).isEqualTo(OPEN);
  }

  @Test
  void barsAnAddressThatTriesManyNames() {
    IntStream.range(0, 30)
        .forEach(i -> assertThat(door.knock("user" + i, "10.0.0.66")).isEqualTo(OPEN));
    assertThat(door.knock("another", "10.0.0.66")).isEqualTo(CLOSING);
    assertThat(door.knock("nadine", "10.0.0.1")).isEqualTo(OPEN);
  }

  @Test
  void remembersWrongCodesBehindRightPasswords() {
    for (int i = 0; i < 5; i++) {
      assertThat(patient("nadine", "10.0.0.1")).isEqualTo(OPEN);
      door.half("nadine", "10.0.0.1");
      assertThat(door.code("nadine", "10.0.0.1")).isEqualTo(OPEN);
    }
    assertThat(patient("nadine", "10.0.0.1")).isEqualTo(CLOSING);
  }

  @Test
  void barsTheSecondStepOfAnAccountAfterTwentyWrongCodesFromEverywhere() {
    for (int i = 0; i < 20; i++) {
      assertThat(door.code("nadine", "10.0.1." + i)).isEqualTo(OPEN);
    }
    assertThat(door.code("nadine", "10.0.2.1")).isEqualTo(CLOSING);
    assertThat(door.code("nadine", "10.0.2.2")).isEqualTo(CLOSED);
    assertThat(door.code("odile", "10.0.2.2")).isEqualTo(OPEN);
    assertThat(door.knock("nadine", "10.0.2.3")).isEqualTo(OPEN);
  }

  @Test
  void forgetsWrongCodesAfterARightOne() {
    for (int i = 0; i < 19; i++) {
      door.code("nadine", "10.0.1." + i);
    }
    door.codeRight("nadine", "10.0.1.1");
    for (int i = 0; i < 20; i++) {
      assertThat(door.code("nadine", "10.0.3." + i)).isEqualTo(OPEN);
    }
  }

  @Test
  void startsAgainAfterARightPassword() {
    knocks(5, "nadine", "10.0.0.1");
    door.succeeded("nadine", "10.0.0.1");
    assertThat(knocks(5, "nadine", "10.0.0.1")).isEqualTo(OPEN);
  }

  @Test
  void neverClosesOnAFrontDeskThatOnlySignsInWell() {
    for (int i = 0; i < 200; i++) {
      assertThat(door.knock("user" + i, "10.0.0.1")).isEqualTo(OPEN);
      door.succeeded("user" + i, "10.0.0.1");
    }
  }

  @Test
  void countsOnlyRenewalsThatFail() {
    for (int i = 0; i < 100; i++) {
      assertThat(door.renewal("10.0.0.1")).isEqualTo(OPEN);
      door.renewed("10.0.0.1");
    }
    IntStream.range(0, 30).forEach(i -> assertThat(door.renewal("10.0.0.66")).isEqualTo(OPEN));
    assertThat(door.renewal("10.0.0.66")).isEqualTo(CLOSED);
    assertThat(door.renewal("10.0.0.1")).isEqualTo(OPEN);
  }

  @Test
  void hearsThreeWishesForANewPasswordPerAccountAndAddress() {
    for (int i = 0; i < 3; i++) {
      assertThat(door.forgotten("nadine", "10.0.0.1")).isEqualTo(OPEN);
    }
    assertThat(door.forgotten("nadine", "10.0.0.1")).isEqualTo(CLOSED);
    assertThat(door.forgotten("nadine", "10.0.0.2")).isEqualTo(OPEN);
    assertThat(door.forgotten("odile", "10.0.0.1")).isEqualTo(OPEN);
    IntStream.range(0, 30).forEach(i -> door.forgotten("user" + i, "10.0.0.66"));
    assertThat(door.forgotten("another", "10.0.0.66")).isEqualTo(CLOSED);
  }

  /** A clock whose hands a test moves. */
  private static final class Hands extends Clock {

    private final AtomicLong now;

    Hands(AtomicLong now) {
      this.now = now;
    }

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
      return Instant.ofEpochSecond(now.get());
    }
  }
}
