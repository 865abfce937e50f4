package org.medflow.patient.page;

import static org.medflow.platform.security.Permission.VIEW_PATIENTS;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.medflow.patient.boundary.MergeView;
import org.medflow.patient.boundary.PatientMerge;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.patient.boundary.PatientTimeline;
import org.medflow.patient.boundary.PatientView;
import org.medflow.patient.boundary.TimelineEntry;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;
import org.medflow.platform.web.Words;

/** The record of one patient: who she is, how to reach her, what happened, and what may be done. */
@Named
@ViewScoped
@Screen(path = "/patients/{id}/resume", view = "/patient/record.xhtml", requires = VIEW_PATIENTS)
public class RecordPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int EVENTS = 50;

  @Inject PatientRegistry registry;
  @Inject PatientTimeline history;
  @Inject PatientMerge merging;
  @Inject Notes notes;
  @Inject Words words;

  private PatientView patient;
  private List<TimelineEntry> timeline = List.of();
  private List<MergeView> merges = List.of();
  private String removalReason;
  private String undoReason;
  private UUID undone;

  public void open() {
    try {
      patient = registry.get(Route.current().id());
      timeline = history.of(patient.id(), EVENTS);
      merges = merging.of(patient.id());
    } catch (Conflict merged) {
      follow(merged);
    }
  }

  /** A merged record leads to the one that was kept. */
  private void follow(Conflict merged) {
    if (!(merged.details().get("survivor") instanceof UUID survivor)) {
      throw merged;
    }
    notes.done(words.error(merged.code()));
    Route.go("/patients/" + survivor + "/resume");
  }

  public void remove() {
    try {
      registry.remove(patient.id(), patient.version(), removalReason);
      notes.done(words.of("patient.remove.done", patient.displayName()));
      Route.go("/patients");
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  public void chooseUndo(UUID merge) {
    undone = merge;
    undoReason = null;
  }

  public void undo() {
    try {
      merging.undo(undone, undoReason);
      notes.done(words.of("patient.merge.undone"));
      Route.go("/patients/" + patient.id() + "/resume");
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  public PatientView getPatient() {
    return patient;
  }

  public List<TimelineEntry> getTimeline() {
    return timeline;
  }

  public List<MergeView> getMerges() {
    return merges;
  }

  public String getRemovalReason() {
    return removalReason;
  }

  public void setRemovalReason(String removalReason) {
    this.removalReason = removalReason;
  }

  public String getUndoReason() {
    return undoReason;
  }

  public void setUndoReason(String undoReason) {
    this.undoReason = undoReason;
  }
}
