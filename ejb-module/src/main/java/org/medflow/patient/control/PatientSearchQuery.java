package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.control.PatientListRow.Kept;
import org.medflow.patient.entity.Birth;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.store.Rows;
import org.medflow.platform.vault.Sealed;

/**
 * The search in the database. {@link #FIND} is the whole of it: a bench may run it by JDBC after
 * {@code set_config('app.clinic_ids', …, true)} in the same transaction, with parameters tokens,
 * sounds (both from {@link NameKey}), blind indexes of telephones, patient numbers, blind indexes
 * of old numbers, the last row's score and id (null on the first slice), and the number of rows.
 */
@ApplicationScoped
public class PatientSearchQuery {

  public static final String FIND =
      """
      select * from medflow.find_patients(?::text[], ?::text[], ?::bytea[], ?::text[], ?::bytea[],
          ?::int, ?::uuid, ?::int)
      """;

  public static final String NEWEST =
      "select * from medflow.newest_patients(?::timestamptz, ?::uuid, ?::int)";

  @Inject Rows rows;

  /** The last row of the slice before; score or linked, as the list is sorted. */
  public record After(Integer score, Instant linked, UUID id) {
    static final After NOTHING = new After(null, null, null);
  }

  /** A row with its place in the list and why it was found. */
  public record Hit(PatientListRow row, List<String> matched, After place) {}

  List<Hit> find(SearchText text, After after, int wanted) {
    return rows.list(
        FIND,
        row -> hit(row, new After(row.getInt("score"), null, Rows.id(row, "id"))),
        PatientListRow.orNull(text.names().tokens()),
        PatientListRow.orNull(text.names().sounds()),
        PatientListRow.orNull(text.phones()),
        PatientListRow.orNull(text.numbers()),
        PatientListRow.orNull(text.identifiers()),
        after.score(),
        after.id(),
        wanted);
  }

  List<Hit> newest(After after, int wanted) {
    return rows.list(
        NEWEST,
        row ->
            new Hit(
                row(row),
                List.of(),
                new After(null, Rows.instant(row, "linked_at"), Rows.id(row, "id"))),
        after.linked(),
        after.id(),
        wanted);
  }

  private static Hit hit(ResultSet row, After place) throws SQLException {
    var matched = (String[]) row.getArray("matched").getArray();
    return new Hit(row(row), List.of(matched), place);
  }

  static PatientListRow row(ResultSet row) throws SQLException {
    return new PatientListRow(
        Rows.id(row, "id"),
        row.getString("mrn"),
        row.getString("last_name"),
        row.getString("post_name"),
        row.getString("first_name"),
        new Birth(
            row.getObject("birth_date", LocalDate.class),
            BirthPrecision.valueOf(row.getString("birth_precision"))),
        Sex.valueOf(row.getString("sex")),
        row.getString("convention"),
        kept(row, "phone_id", "phone_sealed"),
        kept(row, "legacy_id", "legacy_sealed"));
  }

  private static Kept kept(ResultSet row, String id, String sealed) throws SQLException {
    var owner = Rows.id(row, id);
    return owner == null ? null : new Kept(owner, new Sealed(row.getBytes(sealed)));
  }
}
