package org.medflow.legacy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.legacy.boundary.Counts;
import org.medflow.legacy.boundary.ImportReport;
import org.medflow.legacy.boundary.ImportRunView;
import org.medflow.legacy.boundary.ImportRunView.Stage;
import org.medflow.platform.web.Words;

class MigrationWordsTest {

  private final MigrationWords say = new MigrationWords();
  private Locale language = Locale.FRENCH;

  @BeforeEach
  void speak() {
    say.words =
        new Words() {
          @Override
          public Locale locale() {
            return language;
          }
        };
    say.clock = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-key",
        "key-too-long",
        "key-repeated",
        "no-name",
        "name-too-long",
        "too-many-columns",
        "field-too-long",
        "nul-character",
        "formula-cell",
        "cipher-key-missing",
        "cipher-broken",
        "no-patient",
        "no-date",
        "bad-date",
        "patient-likely-duplicate",
        "patient-identifier-taken",
        "patient-known-elsewhere",
        "identifier-other-person",
        "edited-here-since",
        "record-gone",
        "unexpected"
      })
  void hasASentenceForEveryReasonInBothLanguages(String code) {
    var french = say.reason(code);
    language = Locale.ENGLISH;
    assertThat(french).isNotEqualTo(code);
    assertThat(say.reason(code)).isNotEqualTo(code).isNotEqualTo(french);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source-changed",
        "source-lost",
        "counts-differ",
        "no-progress",
        "job-not-started"
      })
  void saysWhatToDoAfterAFailure(String code) {
    assertThat(say.failure(code)).isNotEqualTo(code).endsWith(".");
  }

  @Test
  void namesTheFieldOfAReasonThatHasOne() {
    assertThat(say.reason("too-long:lastName")).isEqualTo("Valeur trop longue (nom)");
    assertThat(say.reason("odd:thing")).isEqualTo("odd (thing)");
  }

  @Test
  void fallsBackToTheCodeItself() {
    assertThat(say.reason("never-heard-of")).isEqualTo("never-heard-of");
    assertThat(say.failure("never-heard-of")).isEqualTo("never-heard-of");
    assertThat(say.resolution("ODD")).isEqualTo("ODD");
    assertThat(say.resolution(null)).isEqualTo("à traiter");
    assertThat(say.reason(null)).isEqualTo("—");
  }

  @ParameterizedTest
  @EnumSource(RunLook.class)
  void hasWordsForEveryStatus(RunLook look) {
    assertThat(say.status(look.name())).isNotBlank();
    assertThat(RunLook.of(look.name())).isSameAs(look);
  }

  @Test
  void callsAFolderByItsNameAndASystemByItsOwn() {
    assertThat(say.source("csv:/srv/export/lv")).isEqualTo("lv (CSV)");
    assertThat(say.source("csv:/")).isEqualTo("csv:/");
    assertThat(say.source("carevision")).isEqualTo("CareVision");
  }

  @Test
  void offersOnlyWhatTheStatusAllows() {
    assertThat(RunLook.of("RUNNING").mayPause()).isTrue();
    assertThat(RunLook.of("RUNNING").mayResume()).isFalse();
    assertThat(RunLook.of("PAUSED").mayStop()).isTrue();
    assertThat(RunLook.of("STOPPED").mayResume()).isTrue();
    assertThat(RunLook.of("COMPLETED").mayRollBack()).isTrue();
    assertThat(RunLook.of("ROLLED_BACK").mayRollBack()).isFalse();
    assertThat(RunLook.of("ROLLING_BACK").goesOn()).isTrue();
    assertThat(RunLook.of("never heard of").goesOn()).isFalse();
  }

  @Test
  void writesRowsAndPace() {
    var known = ProgressTest.stage("LOADING", 38_930, 27_640, 310);
    assertThat(say.rows(known)).isEqualTo("27\u00a0640 / 38\u00a0930");
    assertThat(say.rate(known)).isEqualTo("310 /s");
    assertThat(say.remaining(known)).isEqualTo("00:00:37");
    var unknown = ProgressTest.stage("WAITING", -1, 0, 0);
    assertThat(say.rows(unknown)).isEqualTo("0");
    assertThat(say.rate(unknown)).isEqualTo("—");
    assertThat(say.remaining(unknown)).isEqualTo("en attente");
  }

  @Test
  void coloursABarByWhatBecameOfIt() {
    var half = ProgressTest.stage("LOADING", 10, 5, 0);
    assertThat(say.bar(half, "RUNNING")).isEmpty();
    assertThat(say.bar(half, "PAUSED")).isEqualTo("mf-halt");
    assertThat(say.bar(half, "FAILED")).isEqualTo("mf-fail");
    assertThat(say.bar(ProgressTest.stage("DONE", 10, 10, 0), "FAILED")).isEqualTo("mf-done");
  }

  @Test
  void addsTheTablesUp() {
    var counts = new Counts(1, 2, 3, 4, 5, 6, 7);
    var stage = new Stage("t", "patient", "DONE", 28, null, 0, counts);
    assertThat(say.totals(List.of(stage, stage))).isEqualTo(new Counts(2, 4, 6, 8, 10, 12, 14));
    assertThat(say.outcomes(List.of(stage)).stream().mapToLong(MigrationWords.Line::rows).sum())
        .isEqualTo(28);
  }

  @Test
  void countsTheTimeUntilNowWhileARunGoesOn() {
    var start = Instant.parse("2026-11-24T08:12:00Z");
    assertThat(say.lasted(run(start, null))).isEqualTo("00:48:00");
    assertThat(say.lasted(run(start, start.plusSeconds(61)))).isEqualTo("00:01:01");
    assertThat(say.lasted(run(null, null))).isEqualTo("—");
  }

  @Test
  void saysTheKnownSexInWords() {
    assertThat(say.side(new Comparison.Line("sex", "F", "FEMALE", true))).isEqualTo("Femme");
    assertThat(say.side(new Comparison.Line("name", "a", "ILUNGA", true))).isEqualTo("ILUNGA");
    assertThat(say.side(new Comparison.Line("birth", "a", "", true))).isEqualTo("—");
  }

  @Test
  void saysNumbersInWordsAndWithTheirSeparators() {
    assertThat(say.many("migration.seen.rows", 0)).isEqualTo("0 ligne");
    assertThat(say.many("migration.seen.rows", 1)).isEqualTo("1 ligne");
    assertThat(say.many("migration.seen.rows", 38_930)).isEqualTo("38\u00a0930 lignes");
    assertThat(say.many("migration.codes.unknown", 0)).isEqualTo("tous expliqués");
    assertThat(say.undone(run(null, null)))
        .isEqualTo("Lot annulé\u00a0: rien n’était à retirer, aucune gardée.");
  }

  @Test
  void writesSumsAndEndsOfAReport() {
    var sum = new ImportReport.Sum("montant", "SUM", "60000", "40000", null);
    assertThat(say.value(sum, "60000")).isEqualTo("60\u00a0000");
    assertThat(say.value(sum, null)).isEqualTo("—");
    var first = new ImportReport.Sum("datefacture", "FIRST", "2019-03-04", "2019-03-04", null);
    assertThat(say.value(first, "2019-03-04")).isEqualTo("04/03/2019");
    assertThat(say.sumKind("SUM")).isEqualTo("somme");
    assertThat(say.holds(first)).isTrue();
  }

  @Test
  void showsEveryOutcomeInAColourOfItsOwn() {
    assertThat(say.outcome("REVIEW")).isEqualTo("À revoir");
    assertThat(say.outcomeLook("REVIEW").intent()).isEqualTo("info");
    assertThat(say.outcomeLook("ERROR").intent()).isEqualTo("danger");
    assertThat(say.outcomeLook("odd").icon()).isEqualTo("pi-circle");
  }

  static ImportRunView run(Instant start, Instant end) {
    return new ImportRunView(
        new UUID(1, 1),
        "csv:/lv",
        "lv",
        "KIN",
        false,
        "RUNNING",
        start,
        end,
        null,
        0,
        0,
        0,
        List.of());
  }
}
