package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.medflow.platform.store.Rows;

/** Reads who may be alike, by indexes only; row-level security is inside the function. */
@ApplicationScoped
class LikenessQuery {

  static final String SQL =
      """
      select * from medflow.alike_patients(?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[],
          ?::text[]::date[], ?::date, ?::date)
      """;

  @Inject Rows rows;

  /** Blind indexes, names and birth dates to look for. */
  record Signs(
      NameKey names,
      Collection<byte[]> phones,
      Collection<byte[]> emails,
      Collection<byte[]> identifiers,
      BirthWindow births) {}

  /** Somebody found, with the signs that agree. */
  record Found(PatientListRow row, boolean phone, boolean email, boolean strong, boolean weak) {}

  List<Found> find(Signs signs) {
    return rows.list(
        SQL,
        LikenessQuery::found,
        PatientListRow.orNull(signs.names().tokens()),
        PatientListRow.orNull(signs.names().sounds()),
        PatientListRow.orNull(signs.phones()),
        PatientListRow.orNull(signs.emails()),
        PatientListRow.orNull(signs.identifiers()),
        PatientListRow.orNull(signs.births().days().stream().map(LocalDate::toString).toList()),
        signs.births().from(),
        signs.births().to());
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        PatientSearchQuery.row(row),
        row.getBoolean("same_phone"),
        row.getBoolean("same_email"),
        row.getBoolean("same_strong"),
        row.getBoolean("same_weak"));
  }
}
