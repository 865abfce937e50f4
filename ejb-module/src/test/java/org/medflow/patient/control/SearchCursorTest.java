package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.patient.control.PatientSearchQuery.After;
import org.medflow.platform.error.Invalid;

class SearchCursorTest {

  private static final UUID ID = new UUID(7, 9);

  @Test
  void comesBackAsThePlaceItWas() {
    var place = new After(877, null, ID);
    assertThat(SearchCursor.read(SearchCursor.write(place))).isEqualTo(place);
  }

  @Property
  void keepsAnInstantToTheMicrosecond(
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000L) long micros) {
    var at = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    var place = new After(null, at, ID);
    assertThat(SearchCursor.read(SearchCursor.write(place))).isEqualTo(place);
  }

  @Test
  void beginsAtTheBeginningWithoutOne() {
    assertThat(SearchCursor.read(null).id()).isNull();
    assertThat(SearchCursor.read(" ").id()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "s:1",
        "s:x:00000000-0000-0007-0000-000000000009",
        "n:99999999999999999999:1",
        "n:9223372036854775807:00000000-0000-0007-0000-000000000009",
        "s:1:nobody",
        ""
      })
  void refusesAForgedOne(String text) {
    var forged = Base64.getUrlEncoder().withoutPadding().encodeToString((text + ":").getBytes());
    assertThatThrownBy(() -> SearchCursor.read(forged)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> SearchCursor.read("%" + text)).isInstanceOf(Invalid.class);
  }

  @Test
  void refusesOneOfTheOtherList() {
    assertThatThrownBy(() -> SearchCursor.scored(new After(null, Instant.EPOCH, ID)))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> SearchCursor.linked(new After(5, null, ID)))
        .isInstanceOf(Invalid.class);
  }

  @Property
  void neverBreaksOnAnyText(@ForAll String anything) {
    try {
      SearchCursor.read(anything);
    } catch (Invalid expected) {
      assertThat(expected.fields()).isNotEmpty();
    }
  }
}
