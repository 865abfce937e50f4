package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.medflow.legacy.control.ImportRowQuery;
import org.medflow.legacy.control.ImportRowQuery.Kept;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.legacy.control.RowRetry;
import org.medflow.legacy.entity.Resolution;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.patient.boundary.PatientView;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.security.Requires;

/** One decision about one row as one transaction; {@link RejectDesk} is the way in. */
@Stateless
public class RejectDecision {

  private static final int LONGEST = 300;

  @Inject ImportRowQuery rows;
  @Inject ImportRunQuery runs;
  @Inject RowRetry retry;
  @Inject PatientRegistry patients;
  @Inject AuditSink audit;

  @Requires(MANAGE_MIGRATIONS)
  public List<RejectView> list(UUID run, RejectFilter filter, UUID after, int most) {
    return rows.list(run, filter, after, most);
  }

  @Requires(MANAGE_MIGRATIONS)
  public List<ReasonCount> reasons(UUID run) {
    return rows.reasons(run);
  }

  @Requires(MANAGE_MIGRATIONS)
  public RejectDetail open(UUID id) {
    var kept = rows.find(id).orElseThrow(() -> new NotFound("not-found"));
    var cells = new ArrayList<RejectDetail.Cell>();
    retry.cells(kept).forEach((column, value) -> cells.add(new RejectDetail.Cell(column, value)));
    audit.wrote("import.row.read", "import_row", id);
    return new RejectDetail(kept.view(), cells, suggestions(kept), actions(kept));
  }

  @Requires(MANAGE_MIGRATIONS)
  public RejectView ignore(UUID id, String why) {
    var kept = open(id, "ignore");
    if (why == null || why.isBlank()) {
      throw Invalid.field("reason", "reason-required");
    }
    if (why.length() > LONGEST) {
      throw Invalid.field("reason", "too-long");
    }
    rows.resolve(kept.view().id(), Resolution.IGNORED, Actors.current().id(), why.strip());
    return told(id, "import.row.ignore");
  }

  /** Tries it again; with {@code sure}, as somebody of whom a person says that she is new. */
  @Requires(MANAGE_MIGRATIONS)
  public RejectView again(UUID id, boolean sure) {
    var kept = open(id, sure ? "create" : "replay");
    var verdict = retry.again(claim(kept), kept, sure);
    if (verdict.target() == null) {
      throw new Conflict("import-row-refused", java.util.Map.of("reason", verdict.reason()));
    }
    return told(id, sure ? "import.row.create" : "import.row.replay");
  }

  @Requires(MANAGE_MIGRATIONS)
  public RejectView link(UUID id, UUID patient) {
    var kept = open(id, "link");
    if (patient == null) {
      throw Invalid.field("patient", "required");
    }
    if (retry.mapped(kept)) {
      throw new Conflict("import-row-mapped");
    }
    var found = patients.get(patient);
    retry.link(claim(kept), kept, found.id(), found.version());
    return told(id, "import.row.link");
  }

  private Kept open(UUID id, String action) {
    var kept = rows.hold(id).orElseThrow(() -> new NotFound("not-found"));
    if (!actions(kept).contains(action)) {
      throw new Conflict("import-row-decided");
    }
    return kept;
  }

  /** A dry run has brought nothing in, so there is nothing to be decided about its rows. */
  private List<String> actions(Kept kept) {
    var dry = runs.find(kept.run()).filter(ImportRunQuery.Run::dryRun).isPresent();
    return dry ? List.of() : RowRetry.actions(kept);
  }

  private RejectView told(UUID id, String deed) {
    audit.wrote(deed, "import_row", id);
    return rows.find(id).orElseThrow().view();
  }

  private static Claim claim(Kept kept) {
    var actor = Actors.current();
    return new Claim(kept.run(), actor.id(), actor.clinic(), false);
  }

  private List<RejectDetail.Suggestion> suggestions(Kept kept) {
    return kept.candidates().stream()
        .distinct()
        .map(this::patient)
        .flatMap(java.util.Optional::stream)
        .map(RejectDecision::suggestion)
        .toList();
  }

  private java.util.Optional<PatientView> patient(UUID id) {
    return patients.seen(id);
  }

  private static RejectDetail.Suggestion suggestion(PatientView found) {
    return new RejectDetail.Suggestion(
        found.id(),
        found.mrn(),
        found.displayName(),
        found.birthDate() == null ? null : found.birthDate().toString(),
        found.sex().name());
  }
}
