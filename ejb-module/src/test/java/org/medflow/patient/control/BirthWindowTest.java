package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medflow.patient.entity.Birth;
import org.medflow.patient.entity.BirthPrecision;

class BirthWindowTest {

  @Test
  void looksForADayItsSwappedFormAndItsYear() {
    var window = BirthWindow.of(birth("1980-03-12", BirthPrecision.DAY));
    assertThat(window.days())
        .containsExactlyInAnyOrder(
            LocalDate.of(1980, 3, 12),
            LocalDate.of(1980, 12, 3),
            LocalDate.of(1980, 3, 1),
            LocalDate.of(1980, 1, 1));
  }

  @Test
  void knowsThatThereIsNoThirtiethMonth() {
    assertThat(BirthWindow.of(birth("1980-03-30", BirthPrecision.DAY)).days()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "MONTH,1980-03-01,1980-03-31",
    "YEAR,1980-01-01,1980-12-31",
    "AGE,1978-03-12,1982-03-12"
  })
  void looksForTheSpanOfWhatIsKnown(BirthPrecision precision, LocalDate from, LocalDate to) {
    var window = BirthWindow.of(birth("1980-03-12", precision));
    assertThat(window.days()).isEmpty();
    assertThat(window.from()).isEqualTo(from);
    assertThat(window.to()).isEqualTo(to);
  }

  @Test
  void looksForNothingWhenNothingIsKnown() {
    var window = BirthWindow.of(Birth.UNKNOWN);
    assertThat(window.days()).isEmpty();
    assertThat(window.from()).isNull();
  }

  @Test
  void countsFullYears() {
    var birth = birth("2000-02-29", BirthPrecision.DAY);
    assertThat(birth.ageOn(LocalDate.of(2001, 2, 28))).isZero();
    assertThat(birth.ageOn(LocalDate.of(2001, 3, 1))).isEqualTo(1);
    assertThat(Birth.UNKNOWN.ageOn(LocalDate.of(2001, 3, 1))).isNull();
  }

  @Test
  void aDateIsEitherKnownOrNot() {
    assertThatThrownBy(() -> new Birth(null, BirthPrecision.DAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> birth("2000-02-29", BirthPrecision.UNKNOWN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Birth birth(String date, BirthPrecision precision) {
    return new Birth(LocalDate.parse(date), precision);
  }
}
