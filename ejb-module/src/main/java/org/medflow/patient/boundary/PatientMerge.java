package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.MERGE_PATIENTS;
import static org.medflow.platform.security.Permission.VIEW_PATIENTS;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.patient.control.BlankFill;
import org.medflow.patient.control.MergeJournal;
import org.medflow.patient.control.MergeMoveQuery;
import org.medflow.patient.control.MergeQuery;
import org.medflow.patient.control.PatientRepository;
import org.medflow.patient.entity.Patient;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.StoreException;

/**
 * Joins two records of one person, because a person said so. The survivor keeps all it has and
 * fills its blanks; telephones, identifiers, old numbers and the rows of every room follow by name,
 * so that undoing, the latest merge first, brings back exactly what was. The duplicate stays as a
 * sign to the survivor.
 */
@Stateless
public class PatientMerge {

  private static final int REASON = 300;

  @Inject PatientRepository patients;
  @Inject StandingPatient standing;
  @Inject PatientViews views;
  @Inject SurvivorFacts survivors;
  @Inject MergeQuery merges;
  @Inject MergeMoveQuery moves;
  @Inject Instance<MergeParticipant> participants;
  @Inject AuditTrail audit;
  @Inject LiveEvents live;
  @Inject Clock clock;

  @Requires(MERGE_PATIENTS)
  public MergeView merge(MergePatients command) {
    var reason = reason(command.reason());
    if (command.survivor() == null || command.duplicate() == null) {
      throw Invalid.field(command.survivor() == null ? "survivor" : "duplicate", "required");
    }
    if (command.survivor().equals(command.duplicate())) {
      throw new Conflict("merge-same-patient");
    }
    patients.lock(List.of(command.survivor(), command.duplicate()));
    var survivor = standing.of(command.survivor());
    var duplicate = standing.of(command.duplicate());
    var journal = joined(survivor, duplicate);
    var merge =
        new MergeView(Ids.next(), survivor.id(), duplicate.id(), reason, clock.instant(), null);
    merges.add(Actors.current(), merge, journal.json());
    told("patient.merge", merge, reason);
    return merge;
  }

  @Requires(MERGE_PATIENTS)
  public MergeView undo(UUID id, String why) {
    var reason = reason(why);
    var merge = merges.byId(id).orElseThrow(() -> new NotFound("not-found"));
    var view = merge.view();
    if (view.undoneAt() != null) {
      throw new Conflict("merge-already-undone");
    }
    if (merges.laterThan(view)) {
      throw new Conflict("merge-later-exists");
    }
    patients.lock(List.of(view.survivor(), view.duplicate()));
    separated(view, MergeJournal.read(merge.journal()));
    var now = clock.instant();
    merges.undone(id, Actors.current(), reason, now);
    told("patient.merge.undo", view, reason);
    return new MergeView(id, view.survivor(), view.duplicate(), view.reason(), view.at(), now);
  }

  /** Every merge this patient took part in, the newest first. */
  @Requires(VIEW_PATIENTS)
  public List<MergeView> of(UUID patient) {
    patients.byId(patient).orElseThrow(() -> new NotFound("not-found"));
    audit.read("patient.merges", "patient", List.of(patient));
    return merges.of(patient);
  }

  private MergeJournal joined(Patient survivor, Patient duplicate) {
    var kept = views.of(survivor);
    var other = views.of(duplicate);
    var from = duplicate.id();
    var to = survivor.id();
    var filled = BlankFill.blanks(kept, other);
    var own = new LinkedHashMap<String, String>();
    own.put("clinics", moves.links(from, to));
    own.put("phones", moves.phones(from, to));
    own.put("identifiers", moves.identifiers(from, to));
    own.put("aliases", moves.aliases(from, to, duplicate.label().mrn()));
    var rows = new HashMap<String, List<UUID>>();
    participants.forEach(room -> rows.put(room.rows(), room.move(from, to)));
    survivors.amend(survivor, BlankFill.fill(filled, other));
    duplicate.mergeInto(to, clock.instant());
    patients.flush();
    return new MergeJournal(own, filled, rows);
  }

  private void separated(MergeView merge, MergeJournal journal) {
    var survivor = patients.byId(merge.survivor()).orElseThrow(() -> new NotFound("not-found"));
    var duplicate = patients.byId(merge.duplicate()).orElseThrow(() -> new NotFound("not-found"));
    var blank = BlankFill.blank(journal.filled(), views.of(survivor), views.of(duplicate));
    participants.forEach(
        room -> room.moveBack(rows(journal, room), merge.duplicate(), merge.survivor()));
    back(merge.id(), duplicate.label().mrn());
    survivors.amend(survivor, blank);
    duplicate.separate(clock.instant());
    patients.flush();
    moves.linksBack(merge.id());
  }

  private void back(UUID merge, String number) {
    try {
      moves.phonesBack(merge);
      moves.identifiersBack(merge);
      moves.aliasesBack(merge, number);
    } catch (StoreException refused) {
      throw Registration.refused(new PersistenceException(refused));
    }
  }

  private void told(String action, MergeView merge, String reason) {
    audit.wrote(action, "patient", List.of(merge.survivor(), merge.duplicate()), reason);
    live.publish("patients", "patient", merge.survivor());
    live.publish("patients", "patient", merge.duplicate());
  }

  private static List<UUID> rows(MergeJournal journal, MergeParticipant room) {
    return journal.rows().getOrDefault(room.rows(), List.of());
  }

  private static String reason(String typed) {
    var fields = new FieldText();
    var reason = fields.line("reason", typed, REASON);
    fields.check();
    if (reason == null) {
      throw Invalid.field("reason", "reason-required");
    }
    return reason;
  }
}
