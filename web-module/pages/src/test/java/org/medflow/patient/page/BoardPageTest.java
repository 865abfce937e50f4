package org.medflow.patient.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.medflow.platform.web.Words;

class BoardPageTest {

  private final BoardPage board = new BoardPage();

  @Test
  void saysTheDayOfTheClinicAndNotOfTheServer() {
    board.clock = Clock.fixed(Instant.parse("2026-11-24T22:30:00Z"), ZoneOffset.UTC);
    board.words =
        new Words() {
          @Override
          public Locale locale() {
            return Locale.FRENCH;
          }
        };
    assertThat(board.day("Africa/Kinshasa")).isEqualTo("Mardi 24 novembre");
    assertThat(board.hour("Africa/Kinshasa")).isEqualTo("23:30");
    assertThat(board.day("Africa/Lubumbashi")).isEqualTo("Mercredi 25 novembre");
    assertThat(board.hour("Africa/Lubumbashi")).isEqualTo("00:30");
  }
}
