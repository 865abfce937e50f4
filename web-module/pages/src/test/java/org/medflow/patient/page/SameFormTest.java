package org.medflow.patient.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.Cover;

class SameFormTest {

  private final SameForm once = new SameForm(UUID.randomUUID());

  @Test
  void theSameContentOfTheSamePageHasTheSameKey() {
    var first = once.key(new Cover("A", "1"));
    var again = once.key(new Cover("A", "1"));
    assertThat(again.key()).isEqualTo(first.key());
    assertThat(again.bodyHash()).isEqualTo(first.bodyHash());
  }

  @Test
  void aCorrectedFormOrAnotherPageHasAnotherKey() {
    var first = once.key(new Cover("A", "1"));
    assertThat(once.key(new Cover("A", "2")).key()).isNotEqualTo(first.key());
    assertThat(new SameForm(UUID.randomUUID()).key(new Cover("A", "1")).key())
        .isNotEqualTo(first.key());
  }

  @Test
  void theKeyIsOfTheLengthTheHouseTakes() {
    assertThat(once.key(new Cover("A", "1")).key()).hasSizeBetween(8, 128);
  }
}
