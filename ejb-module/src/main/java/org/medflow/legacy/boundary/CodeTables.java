package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.legacy.control.CodeQuery;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.Requires;
import org.medflow.scheduling.entity.AppointmentStatus;
import org.medflow.scheduling.entity.AppointmentType;

/**
 * What the codes of older systems mean here, the same in the whole group; a person may change it.
 */
@Stateless
public class CodeTables {

  private static final int LONGEST = 60;
  private static final Map<String, List<String>> MEANINGS =
      Map.of(
          "Ag_Rdv.status", names(AppointmentStatus.values()),
          "Ag_Rdv.past", List.of("COMPLETED_UNKNOWN", "NO_SHOW"),
          "Ag_Rdv.typerdv", names(AppointmentType.values()));

  @Inject CodeQuery codes;
  @Inject AuditTrail audit;

  /** Listed codes, and those that were met and are not listed. */
  @Requires(MANAGE_MIGRATIONS)
  public List<LegacyCode> all() {
    return codes.all();
  }

  /** What a code of a column may mean; empty for a column that has no codes. */
  @Requires(MANAGE_MIGRATIONS)
  public List<String> meanings(String table, String column) {
    return MEANINGS.getOrDefault(table + "." + column, List.of());
  }

  /** Rows that are read from now on are understood so. */
  @Requires(MANAGE_MIGRATIONS)
  public void put(LegacyCode code) {
    if (code == null
        || code.meaning() == null
        || !meanings(code.table(), code.column()).contains(code.meaning())) {
      throw Invalid.field("meaning", "unknown-meaning");
    }
    if (code.code() == null || code.code().isBlank() || code.code().length() > LONGEST) {
      throw Invalid.field("code", "bad-format");
    }
    codes.put(code);
    audit.wrote("import.code", "legacy_code", List.of(), code.table() + "." + code.column());
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }
}
