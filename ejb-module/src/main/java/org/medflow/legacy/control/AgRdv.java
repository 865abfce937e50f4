package org.medflow.legacy.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.medflow.legacy.entity.Outcome;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.scheduling.boundary.EarlierAppointment;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.AppointmentType;

/**
 * Reads rows of Ag_Rdv (spec legacy.md 1.3). Times at the source are Kinshasa's. An hour that
 * nobody wrote is nine o'clock and marked as not known; a length that nobody wrote is a quarter of
 * an hour. A plan whose day is over is never shown as still to come.
 */
final class AgRdv {

  static final String STATUS = "status";
  static final String TYPE = "typerdv";
  static final String PAST = "past";

  private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");
  private static final Pattern HOUR = Pattern.compile("(\\d{1,2})\\s*[:hH.]\\s*(\\d{2})(:\\d{2})?");
  private static final LocalTime UNKNOWN_HOUR = LocalTime.of(9, 0);
  private static final int USUAL_MINUTES = 15;
  private static final int LONGEST = 720;
  private static final String USUAL_REASON = "Consultation ophtalmologique";
  private static final String ANY = "*";

  private final Map<String, Map<String, String>> meanings;
  private final Instant now;
  private final Map<String, Map<String, Long>> unknown = new ConcurrentHashMap<>();

  AgRdv(Map<String, Map<String, String>> meanings, Instant now) {
    this.meanings = meanings;
    this.now = now;
  }

  /** A row as an appointment, or why it is none. */
  record Read(EarlierAppointment appointment, Outcome outcome, String refusal, List<String> notes) {

    static Read refused(Outcome outcome, String why) {
      return new Read(null, outcome, why, List.of());
    }
  }

  /** The patient's number in the row; null for none. */
  static String patient(SourceRow row) {
    return LvText.clean(row.cell("numclient"));
  }

  /** Codes met that no line of the code tables names, by column, with how often. */
  Map<String, Map<String, Long>> unknown() {
    return unknown;
  }

  /** Reads a row; several threads may. */
  Read read(SourceRow row, Function<String, UUID> patients) {
    var number = patient(row);
    var patient = number == null ? null : patients.apply(number);
    var day = row.cell("daterdv");
    var moment = LegacyMoment.of(day);
    if (moment.isEmpty()) {
      return Read.refused(Outcome.INVALID, LvText.clean(day) == null ? "no-date" : "bad-date");
    }
    if (number == null) {
      return Read.refused(Outcome.INVALID, "no-patient");
    }
    if (patient == null) {
      return Read.refused(Outcome.ORPHAN, "no-patient");
    }
    var notes = new ArrayList<String>();
    return new Read(appointment(row, patient, moment.get(), notes), null, null, notes);
  }

  private EarlierAppointment appointment(
      SourceRow row, UUID patient, LocalDateTime moment, List<String> notes) {
    var hour = hour(row.cell("heurerdv")).or(() -> written(moment));
    LvPatient.note(notes, hour.isEmpty(), "time-unknown");
    var start = moment.toLocalDate().atTime(hour.orElse(UNKNOWN_HOUR)).atZone(KINSHASA).toInstant();
    var end = start.plusSeconds(60L * minutes(row, notes));
    var reason = LvPatient.fitting(row.cell("motif"), 255, notes);
    return new EarlierAppointment(
        patient,
        start,
        end,
        hour.isPresent(),
        AppointmentType.valueOf(meaning(TYPE, row.cell(TYPE))),
        status(row, end),
        reason == null ? USUAL_REASON : reason,
        LvPatient.fitting(row.cell("note"), 4_000, notes),
        LvPatient.fitting(row.cell("salle"), 50, notes),
        LvPatient.fitting(row.cell("medecin"), 100, notes),
        "1".equals(row.cell("rappel")));
  }

  private AppointmentStatus status(SourceRow row, Instant end) {
    var status = AppointmentStatus.valueOf(meaning(STATUS, row.cell(STATUS)));
    return status.planned() && end.isBefore(now)
        ? AppointmentStatus.valueOf(
            meanings.get(PAST).getOrDefault("PLANNED", AppointmentStatus.COMPLETED_UNKNOWN.name()))
        : status;
  }

  private String meaning(String column, String cell) {
    var code = LvText.clean(cell);
    var plain = code == null ? "" : LvText.plain(code);
    var found = meanings.get(column).get(plain);
    if (found != null) {
      return found;
    }
    if (!plain.isEmpty()) {
      var shown = plain.length() > 60 ? plain.substring(0, 60) : plain;
      unknown.computeIfAbsent(column, any -> new ConcurrentHashMap<>()).merge(shown, 1L, Long::sum);
    }
    return meanings.get(column).get(ANY);
  }

  private static int minutes(SourceRow row, List<String> notes) {
    var written = LegacyNumber.of(row.cell("duree")).map(BigDecimal::intValue);
    var usable = written.filter(minutes -> minutes > 0 && minutes <= LONGEST);
    LvPatient.note(notes, usable.isEmpty(), "duration-unknown");
    return usable.orElse(USUAL_MINUTES);
  }

  private static Optional<LocalTime> hour(String cell) {
    if (cell == null) {
      return Optional.empty();
    }
    var found = HOUR.matcher(cell.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(found.group(1));
    int minute = Integer.parseInt(found.group(2));
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  /** The hour that stands in the date itself; midnight is none. */
  private static Optional<LocalTime> written(LocalDateTime moment) {
    return Optional.of(moment.toLocalTime()).filter(time -> !time.equals(LocalTime.MIDNIGHT));
  }
}
