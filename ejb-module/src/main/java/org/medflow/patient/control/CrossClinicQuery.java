package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.patient.boundary.EmergencyAccessView;
import org.medflow.platform.security.Actor;
import org.medflow.platform.store.Rows;

/** Links of persons to clinics that did not register them, by functions of the owner alone. */
@ApplicationScoped
public class CrossClinicQuery {

  /** How long broken glass lets somebody look; source: spec, unconfirmed. */
  public static final Duration EMERGENCY = Duration.ofHours(24);

  @Inject Rows rows;

  /** A strong number as it is looked for. */
  public record Number(String system, byte[] index) {}

  /** Whom the number led to, and whether anything changed. */
  public record Linked(UUID patient, boolean fresh) {}

  /** An emergency access whose time is over. */
  public record Lapsed(UUID access, UUID clinic, UUID patient) {}

  /** A judgement on an access. */
  public record Judged(UUID access, String verdict, String note) {}

  public Optional<Linked> byConsent(
      UUID deed, Number number, String consent, LocalDate given, Stamp stamp) {
    return rows.first(
        "select patient, fresh from medflow.patient_link_by_consent(?, ?, ?, ?, ?, ?, ?, ?)",
        CrossClinicQuery::linked,
        deed,
        number.system(),
        number.index(),
        stamp.clinic(),
        consent,
        given,
        stamp.who(),
        stamp.at());
  }

  public Optional<Linked> byBreakingGlass(UUID deed, Number number, String reason, Stamp stamp) {
    return rows.first(
        "select patient, fresh from medflow.patient_break_glass(?, ?, ?, ?, ?, ?, ?, ?)",
        CrossClinicQuery::linked,
        deed,
        number.system(),
        number.index(),
        stamp.clinic(),
        reason,
        stamp.who(),
        stamp.at(),
        stamp.at().plus(EMERGENCY));
  }

  /** Who does it, where and when. */
  public record Stamp(UUID clinic, UUID who, Instant at) {
    public static Stamp of(Actor actor, Instant at) {
      return new Stamp(actor.clinic(), actor.id(), at);
    }
  }

  public List<Lapsed> lapse(Instant now) {
    return rows.list(
        "select access, clinic, patient from medflow.emergency_access_lapse(?)",
        row -> new Lapsed(Rows.id(row, "access"), Rows.id(row, "clinic"), Rows.id(row, "patient")),
        now);
  }

  /** Those that nobody has judged first, then the newest. */
  public List<EmergencyAccessView> accesses(int most) {
    return rows.list(
        """
        select id, patient_id, reason, broken_by, broken_at, lapses_at, consented_at, ended_at,
               verdict, note, reviewed_by, reviewed_at
          from medflow.emergency_access
         order by verdict is not null, broken_at desc, id desc limit ?
        """,
        CrossClinicQuery::access,
        most);
  }

  public Optional<EmergencyAccessView> access(UUID id) {
    return rows.first(
        """
        select id, patient_id, reason, broken_by, broken_at, lapses_at, consented_at, ended_at,
               verdict, note, reviewed_by, reviewed_at
          from medflow.emergency_access where id = ?
        """,
        CrossClinicQuery::access,
        id);
  }

  public int unjudged() {
    return rows.first(
            "select count(*)::int as n from medflow.emergency_access where verdict is null",
            row -> row.getInt("n"))
        .orElse(0);
  }

  /** False when somebody else has judged it meanwhile. */
  public boolean judge(Judged judged, UUID by, Instant at) {
    return rows.update(
            """
            update medflow.emergency_access
               set verdict = ?, note = ?, reviewed_by = ?, reviewed_at = ?
             where id = ? and verdict is null
            """,
            judged.verdict(),
            judged.note(),
            by,
            at,
            judged.access())
        == 1;
  }

  /** Takes the person out of sight, unless she has consented meanwhile or it is over already. */
  public boolean end(UUID access, Instant at) {
    return rows.update(
            """
            with over as (
              update medflow.emergency_access set ended_at = ?
               where id = ? and ended_at is null and consented_at is null
              returning clinic_id, patient_id, broken_at)
            delete from medflow.patient_clinic pc using over o, medflow.patient p
             where p.id = o.patient_id and pc.patient_id in (p.id, p.merged_into)
               and pc.clinic_id = o.clinic_id and pc.linked_at = o.broken_at
            """,
            at,
            access)
        > 0;
  }

  private static Linked linked(ResultSet row) throws SQLException {
    return new Linked(Rows.id(row, "patient"), row.getBoolean("fresh"));
  }

  private static EmergencyAccessView access(ResultSet row) throws SQLException {
    var verdict = row.getString("verdict");
    return new EmergencyAccessView(
        Rows.id(row, "id"),
        Rows.id(row, "patient_id"),
        row.getString("reason"),
        Rows.id(row, "broken_by"),
        Rows.instant(row, "broken_at"),
        Rows.instant(row, "lapses_at"),
        Rows.instant(row, "consented_at"),
        Rows.instant(row, "ended_at"),
        verdict == null
            ? null
            : new EmergencyAccessView.Review(
                verdict,
                row.getString("note"),
                Rows.id(row, "reviewed_by"),
                Rows.instant(row, "reviewed_at")));
  }
}
