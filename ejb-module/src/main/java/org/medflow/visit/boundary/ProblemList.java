package org.medflow.visit.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MEDICAL_RECORDS;
import static org.medflow.platform.security.Permission.MANAGE_SETTINGS;
import static org.medflow.platform.security.Permission.VIEW_MEDICAL_RECORDS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.StoreException;
import org.medflow.visit.control.CodeListReader;
import org.medflow.visit.control.DiagnosisCodeQuery;
import org.medflow.visit.control.ProblemQuery;
import org.medflow.visit.control.VisitRepository;
import org.medflow.visit.entity.ProblemRank;
import org.medflow.visit.entity.ProblemState;

/**
 * What a patient suffers from, over all her visits, and the codes for it. A code of the eye names
 * the eye; the same problem of the same eye stands once; of a visit one problem is the main one
 * (problem_primary_uk). Nothing is deleted: a problem is resolved, or said to be an error.
 */
@Stateless
public class ProblemList {

  private static final int NOTE = 500;
  private static final int CLOSING = 300;
  private static final int OFFERED = 20;
  private static final int TYPED = 80;
  private static final int TOLD = 100;

  @Inject ProblemQuery problems;
  @Inject DiagnosisCodeQuery codes;
  @Inject VisitRepository visits;
  @Inject PatientRegistry patients;
  @Inject ClinicDays days;
  @Inject LiveEvents live;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @Requires(VIEW_MEDICAL_RECORDS)
  public List<ProblemView> ofPatient(UUID patient) {
    var id = patients.get(patient).id();
    audit.read("problem.read", "patient", List.of(id));
    return problems.ofPatient(id);
  }

  /** Codes by their beginning or by words in either language, at most 20. */
  @Requires({VIEW_MEDICAL_RECORDS, MANAGE_SETTINGS})
  public List<DiagnosisCode> codes(String typed) {
    if (typed == null || typed.isBlank() || typed.length() > TYPED) {
      return List.of();
    }
    return codes.like(typed, OFFERED);
  }

  /** Takes in a list of codes that the clinic may use; sound lines count, the others are named. */
  @Requires(MANAGE_SETTINGS)
  public CodesLoaded load(String list) {
    var read = new CodeListReader().read(list);
    var put = codes.put(read.codes());
    int added = (int) put.stream().filter(one -> one == 1).count();
    audit.wrote("codes.load", "diagnosis_code", List.of(), String.valueOf(put.size()));
    return new CodesLoaded(
        added,
        put.size() - added,
        read.codes().size() - put.size(),
        read.refused().stream().limit(TOLD).toList());
  }

  @Requires(MANAGE_MEDICAL_RECORDS)
  public ProblemView add(UUID patient, AddProblem command) {
    if (command == null || command.code() == null) {
      throw Invalid.field("code", "required");
    }
    var id = patients.get(patient).id();
    var code =
        codes
            .byCode(command.code().strip().toUpperCase(Locale.ROOT))
            .filter(DiagnosisCode::active)
            .orElseThrow(() -> Invalid.field("code", "unknown-diagnosis"));
    var problem = clean(command, code);
    ofThisPatient(problem.visitId(), id);
    var actor = Actors.current();
    var noted =
        new ProblemQuery.Noted(
            Ids.next(), actor.clinic(), id, actor.id(), clock.instant(), code.labelFr());
    try {
      problems.add(noted, problem);
    } catch (StoreException refused) {
      throw twice(refused);
    }
    return told(noted.id(), "problem.add");
  }

  /** It is over, or it was never one. */
  @Requires(MANAGE_MEDICAL_RECORDS)
  public ProblemView close(UUID id, long version, ProblemState state, String note) {
    var problem = known(id);
    if (state == null || state == ProblemState.ACTIVE) {
      throw Invalid.field("state", "required");
    }
    var fields = new FieldText();
    var why =
        state == ProblemState.WRONG
            ? fields.required("note", note, CLOSING)
            : fields.line("note", note, CLOSING);
    fields.check();
    if (problem.version() != version) {
      throw new Conflict("stale-version", Map.of("version", problem.version()));
    }
    if (!problems.close(problem, state, why, Actors.current().id(), clock.instant())) {
      throw new Conflict("problem-closed");
    }
    return told(id, "problem.close");
  }

  private AddProblem clean(AddProblem typed, DiagnosisCode code) {
    var fields = new FieldText();
    var note = fields.line("note", typed.note(), NOTE);
    if (code.eye() && typed.eye() == null) {
      fields.refuse("eye", "eye-required");
    }
    if (typed.since() != null && typed.since().isAfter(days.today(Actors.current()))) {
      fields.refuse("since", "date-in-future");
    }
    fields.check();
    var rank = typed.rank() == null ? ProblemRank.SECONDARY : typed.rank();
    return new AddProblem(code.code(), typed.eye(), rank, typed.since(), note, typed.visitId());
  }

  private void ofThisPatient(UUID visit, UUID patient) {
    boolean wrong =
        visit != null && visits.byId(visit).filter(v -> v.patient().equals(patient)).isEmpty();
    if (wrong) {
      throw Invalid.field("visitId", "unknown-visit");
    }
  }

  private static RuntimeException twice(StoreException refused) {
    var constraint = StoreException.constraintOf(refused).orElse("");
    return switch (constraint) {
      case "problem_uk" -> new Conflict("problem-listed");
      case "problem_primary_uk" -> new Conflict("problem-primary-taken");
      default -> refused;
    };
  }

  private ProblemView told(UUID id, String deed) {
    audit.wrote(deed, "problem", id);
    live.publish("visits", "problem", id);
    return known(id);
  }

  private ProblemView known(UUID id) {
    return problems.byId(id).orElseThrow(() -> new NotFound("not-found"));
  }
}
