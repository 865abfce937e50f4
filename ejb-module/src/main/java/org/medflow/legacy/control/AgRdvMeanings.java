package org.medflow.legacy.control;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.legacy.entity.Outcome;
import org.medflow.scheduling.boundary.EarlierAppointment;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.AppointmentType;

/**
 * Makes appointments of rows of Ag_Rdv by the code tables as they stand. A plan whose day is over
 * is never shown as still to come.
 */
final class AgRdvMeanings {

  static final String STATUS = "status";
  static final String TYPE = "typerdv";
  static final String PAST = "past";

  private static final String ANY = "*";

  private final Map<String, Map<String, String>> meanings;
  private final Instant now;
  private final Map<String, Map<String, Long>> unknown = new HashMap<>();

  AgRdvMeanings(Map<String, Map<String, String>> meanings, Instant now) {
    this.meanings = meanings;
    this.now = now;
  }

  /** A row as an appointment, or why it is none. */
  record Read(EarlierAppointment appointment, Outcome outcome, String refusal, List<String> notes) {

    static Read refused(Outcome outcome, String why) {
      return new Read(null, outcome, why, List.of());
    }
  }

  /** Codes met that no line of the code tables names, by column, with how often. */
  Map<String, Map<String, Long>> unknown() {
    return unknown;
  }

  Read read(AgRdv row, UUID patient) {
    if (row.noDate() != null) {
      return Read.refused(Outcome.INVALID, row.noDate());
    }
    if (row.patient() == null) {
      return Read.refused(Outcome.INVALID, "no-patient");
    }
    return patient == null
        ? Read.refused(Outcome.ORPHAN, "no-patient")
        : new Read(appointment(row, patient), null, null, row.notes());
  }

  private EarlierAppointment appointment(AgRdv row, UUID patient) {
    var words = row.words();
    return new EarlierAppointment(
        patient,
        row.start(),
        row.end(),
        row.timeKnown(),
        AppointmentType.valueOf(meaning(TYPE, row.type())),
        status(row),
        words.reason(),
        words.note(),
        words.room(),
        words.practitioner(),
        row.reminded());
  }

  private AppointmentStatus status(AgRdv row) {
    var status = AppointmentStatus.valueOf(meaning(STATUS, row.status()));
    return status.planned() && row.end().isBefore(now)
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
      unknown.computeIfAbsent(column, any -> new HashMap<>()).merge(shown, 1L, Long::sum);
    }
    return meanings.get(column).get(ANY);
  }
}
