package org.medflow.patient.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.platform.web.Words;

class PatientWordsTest {

  private final PatientWords show = new PatientWords();

  @BeforeEach
  void speakFrench() {
    show.words =
        new Words() {
          @Override
          public Locale locale() {
            return Locale.FRENCH;
          }
        };
    show.clock = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC);
  }

  @Test
  void saysThatABirthDateIsUnknown() {
    assertThat(show.birth(null, BirthPrecision.UNKNOWN)).isEqualTo("inconnue");
    assertThat(show.birth(LocalDate.of(1982, 4, 12), BirthPrecision.DAY)).isEqualTo("12/04/1982");
  }

  @Test
  void marksAnAgeThatIsOnlyAbout() {
    assertThat(show.age(44, BirthPrecision.DAY)).isEqualTo("44 ans");
    assertThat(show.age(44, BirthPrecision.MONTH)).isEqualTo("44 ans");
    assertThat(show.age(44, BirthPrecision.YEAR)).isEqualTo("≈\u00a044 ans");
    assertThat(show.age(44, BirthPrecision.AGE)).isEqualTo("≈\u00a044 ans");
    assertThat(show.age(null, BirthPrecision.UNKNOWN)).isEmpty();
    assertThat(show.age(0, BirthPrecision.DAY)).isEqualTo("moins d’un an");
  }

  @Test
  void writesATelephoneAsItIsRead() {
    assertThat(show.phone("+243815520417")).isEqualTo("+243\u00a0815\u00a0520\u00a0417");
    assertThat(show.phone("+33612345678")).startsWith("+33\u00a06");
    assertThat(show.phone("poste 12b")).isEqualTo("poste 12b");
    assertThat(show.phone(null)).isEmpty();
  }

  @Test
  void groupsThousandsWithASpaceThatDoesNotBreak() {
    assertThat(PatientWords.count(38930, Locale.FRENCH)).isEqualTo("38\u00a0930");
    assertThat(PatientWords.count(38930, Locale.ENGLISH)).isEqualTo("38,930");
  }

  @Test
  void leavesOutWhatIsEmpty() {
    assertThat(PatientWords.line("F", "", null, "PAT1")).isEqualTo("F · PAT1");
    assertThat(show.address(new PostalAddress(null, " ", "Gombe", "Kinshasa")))
        .isEqualTo("Gombe, Kinshasa");
    assertThat(show.address(null)).isEmpty();
  }

  @Test
  void tellsWhatWasReadWhileADateIsTyped() {
    assertThat(show.birthHint("12/04/1982", null)).isEqualTo("44 ans");
    assertThat(show.birthHint("1982", null)).isEqualTo("environ 44 ans, année seule");
    assertThat(show.birthHint("12/0", null)).isEqualTo("Date non reconnue.");
    assertThat(show.birthHint("12/04/2082", null)).isEqualTo("Dans le futur.");
    assertThat(show.birthHint(null, "44")).isEqualTo("né(e) vers 1982");
    assertThat(show.birthHint(null, null)).contains("04/1982");
  }

  @Test
  void namesWhatIsMissing() {
    assertThat(show.missing(List.of("birthDate", "phones")))
        .isEqualTo("À compléter\u00a0: naissance, téléphone");
  }
}
