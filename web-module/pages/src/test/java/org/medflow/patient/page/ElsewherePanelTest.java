package org.medflow.patient.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.IdentifierInput;

class ElsewherePanelTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final IdentifierInput CARD = new IdentifierInput("voter_card", "77");
  private static final IdentifierInput PICTURES = new IdentifierInput("pacs", "12");

  private final ElsewherePanel panel = new ElsewherePanel();

  @Test
  void offersItsWaysForStrongNumbersOnly() {
    assertThat(panel.isOffered()).isFalse();
    panel.offer(List.of(PICTURES), TODAY);
    assertThat(panel.isOffered()).isFalse();
    panel.offer(List.of(CARD, PICTURES), TODAY);
    assertThat(panel.isOffered()).isTrue();
    assertThat(panel.byBreakingGlass()).singleElement();
    panel.close();
    assertThat(panel.isOffered()).isFalse();
  }

  @Test
  void proposesTodayAndKeepsWhatWasTyped() {
    panel.offer(List.of(CARD), TODAY);
    panel.setText("oral, devant témoin");
    assertThat(panel.byConsent().get(0).consent().date()).isEqualTo(TODAY);
    panel.setDate("2026-11-20");
    panel.offer(List.of(CARD), TODAY);
    var asked = panel.byConsent().get(0);
    assertThat(asked.consent().date()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(asked.consent().text()).isEqualTo("oral, devant témoin");
    panel.setDate("hier");
    assertThat(panel.byConsent().get(0).consent().date()).isNull();
  }
}
