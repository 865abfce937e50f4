package org.medflow.scheduling.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.medflow.scheduling.control.DaySlots.Asked;
import org.medflow.scheduling.control.DaySlots.Busy;
import org.medflow.scheduling.control.DaySlots.Open;

class DaySlotsTest {

  private static final Instant NINE = Instant.parse("2026-03-12T08:00:00Z");
  private static final Open MORNING = new Open(NINE, NINE.plus(Duration.ofHours(3)));

  @Test
  void offersTheWholeMorningWhenNobodyIsBooked() {
    var found = DaySlots.of(List.of(MORNING), List.of(), new Asked(30, 5, NINE));
    assertThat(found).startsWith(NINE, NINE.plusSeconds(900)).hasSize(11);
    assertThat(found.get(10)).isEqualTo(NINE.plus(Duration.ofMinutes(150)));
  }

  @Test
  void leavesTheLargerOfBothBuffersFree() {
    var busy = List.of(new Busy(at(60), at(90), 15));
    var found = DaySlots.of(List.of(MORNING), busy, new Asked(30, 5, NINE));
    assertThat(found).contains(at(15), at(105)).doesNotContain(at(30), at(90));
  }

  @Test
  void offersNothingThatHasPassed() {
    var found = DaySlots.of(List.of(MORNING), List.of(), new Asked(30, 0, at(121)));
    assertThat(found).containsExactly(at(125), at(140));
  }

  @Test
  void offersNothingThatDoesNotFit() {
    assertThat(DaySlots.of(List.of(MORNING), List.of(), new Asked(181, 0, NINE))).isEmpty();
    assertThat(DaySlots.of(List.of(), List.of(), new Asked(5, 0, NINE))).isEmpty();
  }

  /** Whatever is booked: every offer lies in the hours, keeps its distance, and is not doubled. */
  @Test
  void neverOffersWhatCannotBeBooked() {
    var random = new Random(20261127);
    for (int round = 0; round < 2_000; round++) {
      var open = hours(random);
      var busy = busy(random);
      var asked = new Asked(5 + random.nextInt(60), random.nextInt(20), at(random.nextInt(300)));
      var found = DaySlots.of(open, busy, asked);
      assertThat(found).doesNotHaveDuplicates().isSorted();
      for (var start : found) {
        var end = start.plus(asked.length());
        assertThat(start).isAfterOrEqualTo(asked.notBefore());
        assertThat(open)
            .anyMatch(span -> !start.isBefore(span.from()) && !end.isAfter(span.till()));
        assertThat(busy).noneMatch(taken -> tooNear(start, end, taken, asked));
      }
    }
  }

  private static boolean tooNear(Instant start, Instant end, Busy taken, Asked asked) {
    var gap = Duration.ofMinutes(Math.max(taken.buffer(), asked.buffer()));
    return start.isBefore(taken.till().plus(gap)) && end.plus(gap).isAfter(taken.from());
  }

  private static List<Open> hours(Random random) {
    var noon = 120 + random.nextInt(120);
    return List.of(new Open(NINE, at(noon)), new Open(at(noon + 60), at(noon + 300)));
  }

  private static List<Busy> busy(Random random) {
    var found = new ArrayList<Busy>();
    for (int i = random.nextInt(8); i > 0; i--) {
      int from = random.nextInt(480);
      found.add(new Busy(at(from), at(from + 5 + random.nextInt(60)), random.nextInt(20)));
    }
    return found;
  }

  private static Instant at(int minutes) {
    return NINE.plus(Duration.ofMinutes(minutes));
  }
}
