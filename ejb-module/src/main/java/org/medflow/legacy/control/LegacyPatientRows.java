package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medflow.legacy.boundary.Claim;
import org.medflow.legacy.boundary.LegacyPatientRow;
import org.medflow.legacy.control.ImportRowQuery.Line;
import org.medflow.legacy.entity.LvColumn;
import org.medflow.legacy.entity.Outcome;
import org.medflow.platform.Ids;
import org.medflow.platform.vault.Vault;

/** Takes one row to the desk and writes down what became of it. */
@ApplicationScoped
public class LegacyPatientRows {

  private static final Set<Outcome> KEPT_RAW =
      EnumSet.of(Outcome.ORPHAN, Outcome.INVALID, Outcome.REVIEW, Outcome.ERROR);
  private static final String BETWEEN = "\u001F";

  @Inject LegacyPatientDesk desk;
  @Inject ImportRowQuery rows;
  @Inject Vault vault;
  @Inject Clock clock;

  /** Decides about the row and writes it down, in the caller's transaction. */
  public void take(Claim claim, String table, LegacyPatientRow row) {
    var patient = patient(row);
    var hash = hash(row);
    write(claim, table, row, desk.decide(claim, table, patient, hash));
  }

  /** Writes down a row about which nothing more is decided. */
  public void write(Claim claim, String table, LegacyPatientRow row, RowVerdict verdict) {
    var patient = patient(row);
    var id = Ids.next();
    var notes = patient.notes().isEmpty() ? null : String.join(",", patient.notes());
    var raw = KEPT_RAW.contains(verdict.outcome()) ? sealed(id, row) : null;
    rows.add(claim, new Line(id, table, row.line(), patient.key(), hash(row), notes, raw), verdict);
  }

  private LvPatient patient(LegacyPatientRow row) {
    return LvPatient.of(row, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
  }

  /** Keyed, so that a row cannot be guessed from its hash. */
  byte[] hash(LegacyPatientRow row) {
    var content =
        Arrays.stream(LvColumn.values())
            .map(column -> String.valueOf(LvText.clean(row.cell(column))))
            .collect(Collectors.joining(BETWEEN));
    return vault.index("legacy.lv.patients", content);
  }

  private byte[] sealed(UUID id, LegacyPatientRow row) {
    var raw = Json.createObjectBuilder();
    row.cells().forEach((column, cell) -> raw.add(column.header(), cell));
    var bytes = raw.build().toString().getBytes(StandardCharsets.UTF_8);
    return vault.seal("legacy.import_row", "raw_sealed", id, bytes);
  }
}
