package org.medflow.legacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @Test
  void writesAmountsWithTheirOwnDecimals() {
    assertThat(Figures.amount("13020000000.00", Locale.FRENCH))
        .isEqualTo("13\u00a0020\u00a0000\u00a0000,00");
    assertThat(Figures.amount("-12.5", Locale.ENGLISH)).isEqualTo("-12.5");
    assertThat(Figures.amount("1E+3", Locale.ENGLISH)).isEqualTo("1,000");
    assertThat(Figures.amount("beaucoup", Locale.FRENCH)).isEqualTo("beaucoup");
  }

  @ParameterizedTest
  @CsvSource({
    "1985-07-01, 01/07/1985",
    "2009-03-02T08:30, 02/03/2009 08:30",
    "2009-03-02 00:00:00.0, 02/03/2009",
    "2009-03-02T17:12:09, 02/03/2009 17:12",
    "45 ans, 45 ans"
  })
  void writesMomentsAsPeopleHereDo(String text, String shown) {
    assertThat(Figures.moment(text)).isEqualTo(shown);
  }
}
