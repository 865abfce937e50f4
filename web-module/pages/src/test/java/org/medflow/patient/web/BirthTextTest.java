package org.medflow.patient.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.patient.entity.BirthPrecision;

class BirthTextTest {

  @Test
  void readsAWholeDate() {
    var birth = BirthText.read("12/04/1982").orElseThrow();
    assertThat(birth.date()).isEqualTo(LocalDate.of(1982, 4, 12));
    assertThat(birth.precision()).isEqualTo(BirthPrecision.DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.4.1982", "12-04-1982", " 12/4/1982 ", "12 04 1982", "12041982"})
  void readsTheWaysPeopleTypeADate(String typed) {
    assertThat(BirthText.read(typed))
        .contains(new BirthText(LocalDate.of(1982, 4, 12), BirthPrecision.DAY));
  }

  @Test
  void keepsWhatWasNotSaidUnknown() {
    assertThat(BirthText.read("04/1982"))
        .contains(new BirthText(LocalDate.of(1982, 4, 1), BirthPrecision.MONTH));
    assertThat(BirthText.read("1982"))
        .contains(new BirthText(LocalDate.of(1982, 1, 1), BirthPrecision.YEAR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"31/02/1961", "00/00/0000", "13/1982", "82", "12/04/82", "hier", "", "1/2"})
  void refusesWhatIsNoDate(String typed) {
    assertThat(BirthText.read(typed)).isEmpty();
  }

  @Test
  void neverShowsMoreThanIsKnown() {
    var date = LocalDate.of(1982, 4, 12);
    assertThat(BirthText.show(date, BirthPrecision.DAY)).isEqualTo("12/04/1982");
    assertThat(BirthText.show(date, BirthPrecision.MONTH)).isEqualTo("04/1982");
    assertThat(BirthText.show(date, BirthPrecision.YEAR)).isEqualTo("1982");
    assertThat(BirthText.show(date, BirthPrecision.AGE)).isEqualTo("≈ 1982");
    assertThat(BirthText.show(date, BirthPrecision.UNKNOWN)).isEmpty();
    assertThat(BirthText.show(null, null)).isEmpty();
  }

  @Test
  void readsBackWhatItShows() {
    for (var date = LocalDate.of(1900, 1, 1); date.getYear() < 2027; date = date.plusDays(17)) {
      assertThat(BirthText.read(BirthText.show(date, BirthPrecision.DAY)))
          .contains(new BirthText(date, BirthPrecision.DAY));
      assertThat(BirthText.read(BirthText.show(date, BirthPrecision.YEAR)))
          .contains(new BirthText(date.withDayOfYear(1), BirthPrecision.YEAR));
    }
  }
}
