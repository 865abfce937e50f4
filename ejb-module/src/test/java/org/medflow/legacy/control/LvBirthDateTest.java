package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.patient.entity.BirthPrecision;

class LvBirthDateTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @CsvSource({
    "12/04/1961, 1961-04-12, DAY",
    "2/4/1961, 1961-04-02, DAY",
    "12-04-1961, 1961-04-12, DAY",
    "12.04.1961, 1961-04-12, DAY",
    "12/04/1961 00:00:00, 1961-04-12, DAY",
    "1961-04-12, 1961-04-12, DAY",
    "1961-04-12T00:00:00, 1961-04-12, DAY",
    "1961-04-12 00:00:00.000, 1961-04-12, DAY",
    "19610412, 1961-04-12, DAY",
    "12 avril 1961, 1961-04-12, DAY",
    "1er août 1961, 1961-08-01, DAY",
    "3 Févr. 1988, 1988-02-03, DAY",
    "09 déc 1988, 1988-12-09, DAY",
    "04/1961, 1961-04-01, MONTH",
    "1958-06, 1958-06-01, MONTH",
    "juillet 1975, 1975-07-01, MONTH",
    "1961, 1961-01-01, YEAR",
    "vers 1950, 1950-01-01, YEAR",
    "née en 1950, 1950-01-01, YEAR",
    "29/02/1988, 1988-02-29, DAY"
  })
  void isAsPreciseAsItIsWritten(String cell, LocalDate date, BirthPrecision precision) {
    assertThat(LvBirthDate.of(cell, TODAY)).isEqualTo(new LvBirthDate(date, precision, null));
  }

  @ParameterizedTest
  @CsvSource({
    "31/02/1980, birth-date-unreadable",
    "12/25/1980, birth-date-unreadable",
    "29/02/1989, birth-date-unreadable",
    "45 ans, birth-date-unreadable",
    "12/04/61, birth-date-unreadable",
    "29221, birth-date-unreadable",
    "12 avrilembre, birth-date-unreadable",
    "13/1980, birth-date-unreadable",
    "01/01/1900, birth-date-placeholder",
    "30/12/1899, birth-date-placeholder",
    "1753-01-01, birth-date-placeholder",
    "1900, birth-date-placeholder",
    "25/11/2026, birth-date-in-future",
    "2099, birth-date-in-future"
  })
  void isUnknownRatherThanGuessed(String cell, String note) {
    assertThat(LvBirthDate.of(cell, TODAY))
        .isEqualTo(new LvBirthDate(null, BirthPrecision.UNKNOWN, note));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "NULL", "inconnue", "-", "?"})
  void isUnknownWithoutANoteWhenNothingIsWritten(String cell) {
    assertThat(LvBirthDate.of(cell, TODAY))
        .isEqualTo(new LvBirthDate(null, BirthPrecision.UNKNOWN, null));
  }

  @Test
  void takesToday() {
    assertThat(LvBirthDate.of("24/11/2026", TODAY).date()).isEqualTo(TODAY);
  }

  @Property
  void neverFailsAndNeverShowsAFutureOrAPlaceholder(@ForAll String cell) {
    var birth = LvBirthDate.of(cell, TODAY);
    assertThat(birth.precision() == BirthPrecision.UNKNOWN).isEqualTo(birth.date() == null);
    if (birth.date() != null) {
      assertThat(birth.date()).isBetween(LocalDate.of(1901, 1, 1), TODAY);
    }
  }
}
