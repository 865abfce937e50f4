package org.medflow.legacy.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medflow.legacy.entity.Outcome;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.scheduling.boundary.EarlierAppointment;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.AppointmentType;

class AgRdvTest {

  private static final UUID PATIENT = UUID.randomUUID();
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final Map<String, Map<String, String>> MEANINGS =
      Map.of(
          AgRdvMeanings.STATUS,
          Map.of("PLANIFIE", "SCHEDULED", "TERMINE", "COMPLETED", "*", "SCHEDULED"),
          AgRdvMeanings.TYPE,
          Map.of("CONTROLE", "FOLLOW_UP", "*", "CONSULTATION"),
          AgRdvMeanings.PAST,
          Map.of("PLANNED", "COMPLETED_UNKNOWN"));

  private final AgRdvMeanings reader = new AgRdvMeanings(MEANINGS, NOW);

  @Test
  void readsARowAsTheSpecGivesIt() {
    var appointment = read(Map.of()).appointment();
    assertThat(appointment)
        .isEqualTo(
            new EarlierAppointment(
                PATIENT,
                Instant.parse("2019-03-04T07:30:00Z"),
                Instant.parse("2019-03-04T07:50:00Z"),
                true,
                AppointmentType.FOLLOW_UP,
                AppointmentStatus.COMPLETED,
                "Contrôle tension",
                null,
                "Box 2",
                "Dr Exemple",
                true));
  }

  @ParameterizedTest
  @CsvSource({
    "08:30, 07:30",
    "8:05, 07:05",
    "14h15, 13:15",
    "9H00, 08:00",
    "00:10, 23:10",
    "7.45, 06:45"
  })
  void takesTheHourForKinshasas(String cell, String utc) {
    var appointment = read(Map.of("heurerdv", cell)).appointment();
    assertThat(appointment.startsAt().toString()).contains("T" + utc);
    assertThat(appointment.timeKnown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"''", "25:00", "midi", "8"})
  void saysThatAnHourIsNotKnown(String cell) {
    var read = read(Map.of("heurerdv", cell));
    assertThat(read.appointment().startsAt()).isEqualTo(Instant.parse("2019-03-04T08:00:00Z"));
    assertThat(read.appointment().timeKnown()).isFalse();
    assertThat(read.notes()).contains("time-unknown");
  }

  @Test
  void takesTheHourInTheDateWhenNoOtherIsWritten() {
    var read = read(Map.of("heurerdv", "", "daterdv", "2019-03-04T11:20"));
    assertThat(read.appointment().startsAt()).isEqualTo(Instant.parse("2019-03-04T10:20:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"'', 15", "0, 15", "-5, 15", "9999, 15", "abc, 15", "45, 45", "'30,0', 30"})
  void givesAQuarterOfAnHourWhereNobodyWroteHowLong(String cell, long minutes) {
    var appointment = read(Map.of("duree", cell)).appointment();
    assertThat(Duration.between(appointment.startsAt(), appointment.endsAt()))
        .isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void showsNoPlanOfThePastAsStillToCome() {
    var past = read(Map.of("status", "Planifié"));
    assertThat(past.appointment().status()).isEqualTo(AppointmentStatus.COMPLETED_UNKNOWN);
    var ahead = read(Map.of("status", "Planifié", "daterdv", "2027-01-05"));
    assertThat(ahead.appointment().status()).isEqualTo(AppointmentStatus.SCHEDULED);
  }

  @Test
  void readsCodesWithoutAccentsAndCountsTheUnknown() {
    read(Map.of("typerdv", "Contrôle "));
    read(Map.of("typerdv", "massage", "status", "TERMINÉ"));
    read(Map.of("typerdv", "MASSAGE"));
    read(Map.of("typerdv", ""));
    assertThat(reader.unknown()).isEqualTo(Map.of(AgRdvMeanings.TYPE, Map.of("MASSAGE", 2L)));
  }

  @Test
  void refusesARowWithoutADay() {
    assertRefused(read(Map.of("daterdv", "")), Outcome.INVALID, "no-date");
    assertRefused(read(Map.of("daterdv", "1900-01-01")), Outcome.INVALID, "bad-date");
    assertRefused(read(Map.of("daterdv", "2018-02-30")), Outcome.INVALID, "bad-date");
  }

  @Test
  void leavesARowWaitingWhosePatientHasNotComeIn() {
    assertRefused(reader.read(AgRdv.of(row(Map.of())), null), Outcome.ORPHAN, "no-patient");
    assertRefused(read(Map.of("numclient", "")), Outcome.INVALID, "no-patient");
  }

  @Test
  void cutsWhatIsTooLong() {
    var read = read(Map.of("motif", "m".repeat(400), "salle", "s".repeat(80)));
    assertThat(read.appointment().reason()).hasSize(255);
    assertThat(read.appointment().room()).hasSize(50);
    assertThat(read.notes()).containsExactly("text-cut");
  }

  @Test
  void givesTheUsualReasonWhereNoneIsWritten() {
    assertThat(read(Map.of("motif", "")).appointment().reason())
        .isEqualTo("Consultation ophtalmologique");
  }

  private static void assertRefused(AgRdvMeanings.Read read, Outcome outcome, String why) {
    assertThat(read.appointment()).isNull();
    assertThat(read.outcome()).isEqualTo(outcome);
    assertThat(read.refusal()).isEqualTo(why);
  }

  private AgRdvMeanings.Read read(Map<String, String> changed) {
    return reader.read(AgRdv.of(row(changed)), PATIENT);
  }

  private static SourceRow row(Map<String, String> changed) {
    var cells = new HashMap<String, String>();
    cells.put("id", "1");
    cells.put("numclient", "90001A01");
    cells.put("daterdv", "2019-03-04");
    cells.put("heurerdv", "08:30");
    cells.put("duree", "20");
    cells.put("motif", "Contrôle tension");
    cells.put("status", "TERMINE");
    cells.put("medecin", "Dr Exemple");
    cells.put("typerdv", "contrôle");
    cells.put("salle", "Box 2");
    cells.put("rappel", "1");
    cells.putAll(changed);
    cells.values().removeIf(String::isEmpty);
    return new SourceRow(1, "1", null, cells);
  }
}
