package org.medflow.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medflow.identity.boundary.KeysView.Held;
import org.medflow.identity.boundary.KeysView.Holding;
import org.medflow.identity.boundary.KeysView.Key;
import org.medflow.identity.boundary.KeysView.Standing;
import org.medflow.identity.boundary.KeysView.State;
import org.medflow.platform.vault.Column;
import org.medflow.platform.vault.KeyState;
import org.medflow.platform.vault.KeyState.Count;
import org.medflow.platform.vault.KeyState.Failures;
import org.medflow.platform.vault.KeyState.Progress;

class KeysViewTest {

  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final Column EMAIL = new Column("patient", "email_sealed");
  private static final Column PHONE = new Column("patient_phone", "value_sealed");

  private static KeysView view(
      List<Integer> ring, List<Long> used, List<Progress> walks, Count... counts) {
    var none = new Failures(0, List.of());
    var state = new KeyState(2, ring, used, walks, List.of(counts), none);
    boolean running = walks.stream().anyMatch(walk -> !walk.done());
    return KeysView.of(state, running, NOW);
  }

  private static Count count(Column column, long key, long amount) {
    return new Count(column, key, amount, NOW);
  }

  @Test
  void saysWhatEachKeyIsGoodFor() {
    var view =
        view(
            List.of(1, 2, 3),
            List.of(1L, 2L),
            List.of(),
            count(EMAIL, 2, 5),
            count(EMAIL, 4, 1),
            count(PHONE, 0, 2));
    assertThat(view.keys())
        .containsExactly(
            new Key(0, null, Standing.MISSING, 2),
            new Key(1, "PHI_ENCRYPTION_KEY", Standing.NEEDED, 0),
            new Key(2, "PHI_ENCRYPTION_KEY_V2", Standing.CURRENT, 5),
            new Key(3, "PHI_ENCRYPTION_KEY_V3", Standing.UNNEEDED, 0),
            new Key(4, "PHI_ENCRYPTION_KEY_V4", Standing.MISSING, 1));
    assertThat(view.needed()).isTrue();
  }

  @Test
  void needsNothingWhenThePresentKeyHasSealedEverything() {
    var view = view(List.of(1, 2), List.of(2L), List.of(), count(EMAIL, 2, 5));
    assertThat(view.needed()).isFalse();
    assertThat(view.percent()).isEqualTo(100);
    assertThat(view.columns())
        .containsExactly(
            new Holding("patient.email_sealed", State.UNTOUCHED, 0, 0, List.of(new Held(2, 5))));
  }

  @Test
  void tellsHowFarItIsAndHowLongItLasts() {
    var began = NOW.minusSeconds(30);
    var view =
        view(
            List.of(1, 2),
            List.of(1L, 2L),
            List.of(
                new Progress(EMAIL, 2, true, 100, 100, began),
                new Progress(PHONE, 2, false, 300, 50, NOW.minusSeconds(10))),
            count(PHONE, 1, 300));
    assertThat(view.running()).isTrue();
    assertThat(view.percent()).isEqualTo(37);
    assertThat(view.secondsLeft()).isEqualTo(50);
    assertThat(view.columns())
        .extracting(Holding::state)
        .containsExactly(State.DONE, State.WALKING);
  }

  @Test
  void isNeverQuiteWholeBeforeTheEnd() {
    assertThat(KeysView.percent(10, 10, true)).isEqualTo(99);
    assertThat(KeysView.percent(12, 10, true)).isEqualTo(99);
    assertThat(KeysView.percent(0, 0, true)).isZero();
    assertThat(KeysView.percent(10, 10, false)).isEqualTo(100);
  }

  @Test
  void doesNotGuessBeforeSomethingIsDone() {
    assertThat(KeysView.left(10, 0, Duration.ofSeconds(5))).isNull();
    assertThat(KeysView.left(-1, 10, Duration.ofSeconds(5))).isZero();
    assertThat(KeysView.left(10, 10, Duration.ofSeconds(5))).isEqualTo(5);
  }
}
