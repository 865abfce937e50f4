package org.medflow.legacy.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.medflow.legacy.entity.SourceRow;

/**
 * A row of Ag_Rdv (spec legacy.md 1.3). Times at the source are Kinshasa's. An hour that nobody
 * wrote is nine o'clock and marked as not known; a length that nobody wrote is a quarter of an
 * hour.
 *
 * @param patient her number; null for none
 * @param noDate why there is no day, {@code no-date} or {@code bad-date}; null when there is one
 * @param status the code as it stands; what it means is in the code tables
 * @param notes what was left out or put right
 */
record AgRdv(
    String patient,
    String noDate,
    Instant start,
    Instant end,
    boolean timeKnown,
    String status,
    String type,
    Words words,
    boolean reminded,
    List<String> notes) {

  private static final ZoneId KINSHASA = ZoneId.of("Africa/Kinshasa");
  private static final Pattern HOUR = Pattern.compile("(\\d{1,2})\\s*[:hH.]\\s*(\\d{2})(:\\d{2})?");
  private static final LocalTime UNKNOWN_HOUR = LocalTime.of(9, 0);
  private static final int USUAL_MINUTES = 15;
  private static final int LONGEST = 720;
  private static final String USUAL_REASON = "Consultation ophtalmologique";

  /** What was written in words, each null when nothing was but the reason. */
  record Words(String reason, String note, String room, String practitioner) {}

  static AgRdv of(SourceRow row) {
    var patient = LvText.clean(row.cell("numclient"));
    var day = row.cell("daterdv");
    var moment = LegacyMoment.of(day);
    return moment.isPresent()
        ? planned(row, patient, moment.get())
        : undated(patient, LvText.clean(day) == null ? "no-date" : "bad-date");
  }

  private static AgRdv undated(String patient, String why) {
    return new AgRdv(patient, why, null, null, false, null, null, null, false, List.of());
  }

  private static AgRdv planned(SourceRow row, String patient, LocalDateTime moment) {
    var notes = new ArrayList<String>();
    var hour = hour(row.cell("heurerdv")).or(() -> written(moment));
    LvPatient.note(notes, hour.isEmpty(), "time-unknown");
    var start = moment.toLocalDate().atTime(hour.orElse(UNKNOWN_HOUR)).atZone(KINSHASA).toInstant();
    var end = start.plusSeconds(60L * minutes(row, notes));
    var words = words(row, notes);
    return new AgRdv(
        patient,
        null,
        start,
        end,
        hour.isPresent(),
        row.cell(AgRdvMeanings.STATUS),
        row.cell(AgRdvMeanings.TYPE),
        words,
        "1".equals(row.cell("rappel")),
        notes);
  }

  private static Words words(SourceRow row, List<String> notes) {
    var reason = LvPatient.fitting(row.cell("motif"), 255, notes);
    return new Words(
        reason == null ? USUAL_REASON : reason,
        LvPatient.fitting(row.cell("note"), 4_000, notes),
        LvPatient.fitting(row.cell("salle"), 50, notes),
        LvPatient.fitting(row.cell("medecin"), 100, notes));
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
