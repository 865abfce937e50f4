package org.medflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.platform.Page;

class SliceTest {

  @ParameterizedTest
  @ValueSource(strings = {"5", "20", "100"})
  void takesASize(String size) {
    assertThat(Slice.size(size)).isEqualTo(Integer.parseInt(size));
  }

  @ParameterizedTest
  @NullAndEmptySource
  void isTwentyWhenNothingIsSaid(String size) {
    assertThat(Slice.size(size)).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "101", "0", "-5", "five", "5.0", "99999999999", "5; drop"})
  void refusesAnotherSize(String size) {
    assertThatThrownBy(() -> Slice.size(size))
        .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.status()).isEqualTo(400));
  }

  @Test
  void takesACursorThatCouldBeOurs() {
    assertThat(Slice.cursor("MjAyNi0_abc-Z=")).isEqualTo("MjAyNi0_abc-Z=");
    assertThat(Slice.cursor(null)).isNull();
    assertThat(Slice.cursor("")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a'b", "\u0000", "é"})
  void refusesAnotherCursor(String cursor) {
    assertThatThrownBy(() -> Slice.cursor(cursor)).isInstanceOf(Refusal.class);
  }

  @Test
  void refusesAnEndlessCursor() {
    assertThatThrownBy(() -> Slice.cursor("a".repeat(513))).isInstanceOf(Refusal.class);
  }

  @Test
  void listsASliceWithItsNextCursorAndAWholeWithNone() {
    assertThat(Listing.of(new Page<>(List.of("a"), "n", 5)).meta())
        .isEqualTo(new Listing.Meta("n", 5));
    assertThat(Listing.of(List.of("a", "b")).meta()).isEqualTo(new Listing.Meta(null, 2));
  }
}
