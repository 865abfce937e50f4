package org.medflow.queue.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medflow.platform.error.Invalid;
import org.medflow.queue.entity.Station;

class WayRulesTest {

  @Test
  void keepsTheOrderOfTheStations() {
    assertThat(WayRules.of(List.of("triage", "va-iop", "doctor")))
        .containsExactly(Station.TRIAGE, Station.VA_IOP, Station.DOCTOR);
  }

  @Test
  void refusesNoWayAnUnknownStationAndOneTwiceInARow() {
    refuses(null);
    refuses(List.of());
    refuses(List.of("triage", "theatre"));
    refuses(List.of("triage", "triage"));
    refuses(Collections.nCopies(21, "triage"));
  }

  @ParameterizedTest
  @EnumSource(Station.class)
  void everyStationCallsIntoSomeKindOfRoom(Station station) {
    assertThat(WayRules.roomsFor(station.code())).isNotEmpty();
  }

  private static void refuses(List<String> way) {
    assertThatThrownBy(() -> WayRules.of(way)).isInstanceOf(Invalid.class);
  }
}
