package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyMomentTest {

  @ParameterizedTest
  @CsvSource({
    "2019-03-04, 2019-03-04T00:00",
    "2019-03-04T08:30, 2019-03-04T08:30",
    "2019-03-04 08:30:15.123, 2019-03-04T08:30:15",
    "04/03/2019, 2019-03-04T00:00",
    "4/3/2019 8:05, 2019-03-04T08:05",
    "04-03-2019 23:59:59, 2019-03-04T23:59:59",
    "04.03.2019, 2019-03-04T00:00"
  })
  void isReadInTheSpellingsOfTheOldSystems(String cell, LocalDateTime moment) {
    assertThat(LegacyMoment.of(cell)).contains(moment);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "2018-02-30",
        "31/04/2019",
        "1753-01-01",
        "30/12/1899",
        "1900-01-01",
        "hier",
        "2019",
        "2019-03-04 24:00",
        "03/2019"
      })
  void isNoneWhereNobodyCanSayWhichDayItWas(String cell) {
    assertThat(LegacyMoment.of(cell)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "'19,5', 19.5", "-2.50, -2.50", "1 250 000, 1250000", "+3, 3"})
  void readsNumbersWithPointOrComma(String cell, BigDecimal number) {
    assertThat(LegacyNumber.of(cell)).contains(number);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "12 CDF", "1,2,3", "1e5", "--1", "NaN", "12345678901234567"})
  void readsNothingElseAsANumber(String cell) {
    assertThat(LegacyNumber.of(cell)).isEmpty();
  }
}
