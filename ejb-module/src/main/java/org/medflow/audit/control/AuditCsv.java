package org.medflow.audit.control;

import java.util.List;
import java.util.stream.Collectors;
import org.medflow.audit.boundary.AuditRow;

/** Audit rows as RFC 4180 CSV; what a spreadsheet would take for a formula begins with a quote. */
public final class AuditCsv {

  private static final String HEAD =
      "at,id,actor_kind,actor,clinic,action,entity,about,count,outcome,reason,correlation\r\n";

  private AuditCsv() {}

  public static String of(List<AuditRow> rows) {
    return rows.stream().map(AuditCsv::line).collect(Collectors.joining("", HEAD, ""));
  }

  private static String line(AuditRow row) {
    var about = row.about().stream().map(Object::toString).collect(Collectors.joining(" "));
    return String.join(
            ",",
            row.at().toString(),
            row.id().toString(),
            row.actorKind(),
            row.actor().toString(),
            text(row.clinic()),
            cell(row.action()),
            cell(row.entity()),
            about,
            Integer.toString(row.count()),
            row.outcome(),
            cell(row.reason()),
            cell(row.correlation()))
        + "\r\n";
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  /** A reason may have been typed by a person, and a correlation sent by a stranger. */
  private static String cell(String value) {
    if (value == null) {
      return "";
    }
    var safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
