package org.medflow.legacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medflow.legacy.boundary.RejectDetail.Cell;
import org.medflow.legacy.boundary.RejectDetail.Suggestion;

class ComparisonTest {

  @Test
  void putsTheNamesOfARowTogether() {
    var line = names("KALALA MUSWAMBA Colette").lines().get(0);
    assertThat(line.source()).isEqualTo("KALALA Muswamba Colette");
    assertThat(line.known()).isEqualTo("KALALA MUSWAMBA Colette");
    assertThat(line.same()).isTrue();
  }

  @Test
  void forgivesOrderAndAccentsOfANameAndNothingElse() {
    assertThat(names("Colètte Kalala Muswamba").lines().get(0).same()).isTrue();
    assertThat(names("KALALA MUSWAMBA Collette").lines().get(0).same()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "01-07-1985, 1985-07-01, true",
    "1/7/1985, 1985-07-01, true",
    "1985-07-01 00:00:00.0, 1985-07-01, true",
    "02-07-1985, 1985-07-01, false",
    "45 ans, 1985-07-01, false"
  })
  void readsADayHoweverItIsWritten(String source, String known, boolean same) {
    var line = comparison("DateNaissance", source, new Suggestion(id(), "P1", "", known, null));
    assertThat(line.lines().get(1).same()).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({"Féminin, FEMALE, true", "M, MALE, true", "F, MALE, false", "'', UNKNOWN, true"})
  void readsASexByItsFirstLetter(String source, String known, boolean same) {
    var line = comparison("Sexe", source, new Suggestion(id(), "P1", "", null, known));
    assertThat(line.lines().get(2).same()).isEqualTo(same);
  }

  private static Comparison names(String known) {
    var cells =
        List.of(
            new Cell("NumFiche", "41626N73"),
            new Cell("Noms", "KALALA"),
            new Cell("Postnom", " Muswamba "),
            new Cell("Prénom", "Colette"),
            new Cell("Ville", null));
    return Comparison.of(cells, new Suggestion(id(), "P1", known, null, null));
  }

  private static Comparison comparison(String column, String value, Suggestion who) {
    return Comparison.of(List.of(new Cell(column, value)), who);
  }

  private static UUID id() {
    return new UUID(1, 1);
  }
}
