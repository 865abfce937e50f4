package org.medflow.legacy.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.medflow.legacy.entity.LegacyTable.AG_RDV;
import static org.medflow.legacy.entity.LegacyTable.MAQUETTES;
import static org.medflow.legacy.entity.LegacyTable.PATIENTS;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.legacy.boundary.SourceLost;
import org.medflow.legacy.control.PassingTrouble;
import org.medflow.legacy.tds.CareVisionSample;

/** What goes wrong with servers and lines, and what becomes of the rows. */
class CareVisionFaultTest {

  private final CareVisionReading reading = new CareVisionReading();

  @BeforeEach
  void fill() {
    CareVisionSample.of(7, new CareVisionSample.Size(300, 4_500, 20)).fill(reading.server);
  }

  @AfterEach
  void stop() {
    reading.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 777, 1_999, 2_000, 2_001, 4_501})
  void givesTheSameRowsWhenTheLineBreaksAmongThem(long after) {
    var undisturbed = reading.rows(AG_RDV);
    try (var source = reading.source()) {
      reading.server.dropConnectionAfterRows(after);
      assertThat(CareVisionReading.all(source, AG_RDV, null, 0)).isEqualTo(undisturbed);
    }
    assertThat(reading.waits).containsExactly(1L);
  }

  @Test
  void givesTheSameRowsWhenTheLineBreaksAmongRowsWithoutAKey() {
    try (var own = new CareVisionReading()) {
      var rows = new ArrayList<List<Object>>();
      for (int i = 0; i < 700; i++) {
        rows.add(java.util.Arrays.asList(i < 10 ? i : null, "form %03d".formatted(i)));
      }
      own.with("CREATE TABLE Maquettes(id int, nom nvarchar(200))", List.of("id", "nom"), rows);
      var undisturbed = own.rows(MAQUETTES);
      try (var source = own.source()) {
        own.server.dropConnectionAfterRows(600);
        assertThat(CareVisionReading.all(source, MAQUETTES, null, 0)).isEqualTo(undisturbed);
      }
      assertThat(own.waits).containsExactly(1L);
    }
  }

  @Test
  void sitsADeadlockOut() {
    try (var source = reading.source()) {
      reading.server.failNext(1205, 3);
      assertThat(CareVisionReading.all(source, PATIENTS, null, 0)).hasSize(301);
    }
    assertThat(reading.waits).containsExactly(1L, 2L, 4L);
  }

  @Test
  void givesUpAfterTheThirdRetry() {
    try (var source = reading.source();
        var rows = source.read(PATIENTS, null, 0)) {
      reading.server.failNext(1205, 4);
      assertThatThrownBy(rows::next)
          .isInstanceOf(SourceLost.class)
          .hasMessage("CareVision: SQL Server error 1205, state 40001")
          .satisfies(lost -> assertThat(PassingTrouble.is(lost)).isTrue());
      assertThat(reading.waits).containsExactly(1L, 2L, 4L);
      assertThat(rows.next()).as("later").isPresent();
    }
  }

  @Test
  void countsAgainToo() {
    try (var source = reading.source()) {
      reading.server.failNext(1205, 2);
      assertThat(source.tables().get(0).rows()).isEqualTo(301);
    }
    assertThat(reading.waits).containsExactly(1L, 2L);
  }

  @Test
  void doesNotRepeatWhatCannotPass() {
    try (var source = reading.source();
        var rows = source.read(PATIENTS, null, 0)) {
      reading.server.failNext(229);
      assertThatThrownBy(rows::next)
          .isInstanceOf(SourceLost.class)
          .hasMessageContaining("229")
          .hasRootCauseInstanceOf(SQLException.class);
    }
    assertThat(reading.waits).isEmpty();
  }

  @Test
  void tellsNoneOfTheServersWords() {
    try (var source = reading.source();
        var rows = source.read(PATIENTS, null, 0)) {
      reading.server.failNext(245);
      assertThatThrownBy(rows::next)
          .satisfies(
              lost ->
                  assertThat(lost.getMessage() + lost.getCause().getMessage())
                      .doesNotContain("asked for by a test"));
    }
  }

  @Test
  void losesAServerThatSendsEverybodyAway() {
    try (var source = reading.source();
        var rows = source.read(AG_RDV, null, 0)) {
      var last = 0L;
      for (int i = 0; i < 100; i++) {
        last = rows.next().orElseThrow().ordinal();
      }
      reading.server.refuse(true);
      assertThatThrownBy(() -> readToTheEnd(rows)).isInstanceOf(SourceLost.class);
      assertThat(reading.waits).endsWith(1L, 2L, 4L);
      reading.server.refuse(false);
      assertThat(rows.next().orElseThrow().ordinal()).isGreaterThan(last);
    }
  }

  @Test
  void opensNothingWhereNobodyIs() {
    reading.server.refuse(true);
    assertThatThrownBy(reading::source).isInstanceOf(SourceLost.class);
    reading.server.close();
    assertThatThrownBy(reading::source)
        .isInstanceOf(SourceLost.class)
        .hasMessageContaining("state 08S01");
    assertThat(reading.waits).as("a person waits for this answer").isEmpty();
  }

  @Test
  void losesAServerThatFallsSilent() {
    var settings =
        CareVisionSettings.of(
                name -> Optional.ofNullable(CareVisionReading.settings(reading.server).get(name)))
            .silentFor(300);
    var mapping = CareVisionMapping.of(new Properties());
    try (var source = CareVisionSource.open(settings, mapping, reading.patience);
        var rows = source.read(PATIENTS, null, 0)) {
      reading.server.pause(Duration.ofSeconds(2));
      assertThatThrownBy(rows::next)
          .isInstanceOf(SourceLost.class)
          .hasMessageContaining("(SocketTimeoutException)");
      assertThat(reading.waits).containsExactly(1L, 2L, 4L);
    }
  }

  /** The code page has no omega: the key comes as a question mark, which sorts before it. */
  @Test
  void noticesAServerThatDoesNotGetOn() {
    try (var own = new CareVisionReading()) {
      own.with(
          "CREATE TABLE Maquettes(id varchar(20) PRIMARY KEY, nom nvarchar(200))",
          List.of("id", "nom"),
          List.of(List.of("a", "1"), List.of("aΩ", "2")));
      try (var source = own.source();
          var rows = source.read(MAQUETTES, "a?", 2)) {
        assertThatThrownBy(rows::next)
            .isInstanceOf(SourceLost.class)
            .hasMessage("CareVision: reading Maquettes does not get beyond row 2");
      }
    }
  }

  @Test
  void leavesNoConnectionBehind() throws InterruptedException {
    try (var source = reading.source()) {
      try (var rows = source.read(AG_RDV, null, 0)) {
        rows.next();
      }
      CareVisionReading.all(source, PATIENTS, null, 0);
    }
    for (int i = 0; i < 200 && reading.server.connections() > 0; i++) {
      Thread.sleep(20);
    }
    assertThat(reading.server.connections()).isZero();
  }

  private static void readToTheEnd(org.medflow.legacy.boundary.LegacySource.RowReader rows) {
    while (rows.next().isPresent()) {
      rows.hashCode();
    }
  }
}
