package org.medflow.legacy.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.clinic.boundary.ClinicDirectory;
import org.medflow.clinic.boundary.ClinicView;
import org.medflow.legacy.control.ImportRowQuery;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.legacy.control.SourceFile;
import org.medflow.legacy.entity.Outcome;
import org.medflow.legacy.entity.RunStatus;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;

class ImportReportsTest {

  private static final UUID RUN = UUID.randomUUID();
  private static final UUID CLINIC = UUID.randomUUID();

  private final ImportReports reports = new ImportReports();
  private final Runs runs = new Runs();

  @BeforeEach
  void open() {
    reports.runs = runs;
    reports.rows = new Rows();
    reports.clinics = new Directory();
  }

  @Test
  void tellsHowARunStands() {
    assertThat(reports.run(RUN))
        .isEqualTo(
            new ImportRunView(
                RUN, "csv:/lv", "KIN", true, "FAILED", Instant.EPOCH, null, "source-changed"));
  }

  @Test
  void countsWhatIsDecidedWhileTheRunGoesOn() {
    assertThat(reports.report(RUN).tables())
        .containsExactly(new ImportReport.Table("LV_Patients", 12, 7, 0, 3, 0, 2, 0, 0));
  }

  @Test
  void countsTheRowsOfTheFileAtTheEnd() {
    runs.read = 14L;
    assertThat(reports.report(RUN).tables().get(0).read()).isEqualTo(14);
  }

  @Test
  void turnsThePagesOfTheRowsSetAside() {
    var first = reports.rejects(RUN, null, 5);
    assertThat(first.data()).extracting(RejectView::line).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(first.next()).isEqualTo("5");
    var second = reports.rejects(RUN, first.next(), 5);
    assertThat(second.data()).extracting(RejectView::line).containsExactly(6L, 7L);
    assertThat(second.next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "9999999999999999", "1;"})
  void refusesACursorThatIsNotOurs(String cursor) {
    assertThatThrownBy(() -> reports.rejects(RUN, cursor, 5)).isInstanceOf(Invalid.class);
  }

  @Test
  void doesNotKnowARunOfNobody() {
    assertThatThrownBy(() -> reports.run(UUID.randomUUID())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> reports.report(UUID.randomUUID())).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> reports.rejects(UUID.randomUUID(), null, 5))
        .isInstanceOf(NotFound.class);
  }

  private static class Runs extends ImportRunQuery {
    Long read;

    @Override
    public Optional<Run> find(UUID run) {
      var file = new SourceFile("lv", "/lv/LV_Patients.csv", new byte[0]);
      return Optional.of(
              new Run(
                  RUN,
                  CLINIC,
                  "csv:/lv",
                  file,
                  true,
                  RunStatus.FAILED,
                  "source-changed",
                  Instant.EPOCH,
                  null))
          .filter(one -> run.equals(RUN));
    }

    @Override
    public Optional<Long> rowsRead(UUID run, String table) {
      return Optional.ofNullable(read);
    }
  }

  private static class Rows extends ImportRowQuery {

    @Override
    public Map<Outcome, Long> counts(UUID run, String table) {
      return Map.of(Outcome.CREATED, 7L, Outcome.UNCHANGED, 3L, Outcome.INVALID, 2L);
    }

    @Override
    public List<RejectView> aside(UUID run, String table, long afterLine, int most) {
      return LongStream.rangeClosed(afterLine + 1, 7)
          .limit(most)
          .mapToObj(line -> new RejectView(table, "k" + line, line, "INVALID", "no-name"))
          .toList();
    }
  }

  private static class Directory extends ClinicDirectory {

    @Override
    public ClinicView get(UUID id) {
      return new ClinicView(id, "KIN", "Kinshasa", "Kinshasa", "Africa/Kinshasa");
    }
  }
}
