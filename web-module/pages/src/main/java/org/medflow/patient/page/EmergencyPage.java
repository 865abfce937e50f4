package org.medflow.patient.page;

import static org.medflow.platform.security.Permission.MANAGE_AUDIT;
import static org.medflow.platform.security.Permission.VIEW_AUDIT;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.identity.boundary.StaffDirectory;
import org.medflow.patient.boundary.EmergencyAccessView;
import org.medflow.patient.boundary.EmergencyReview;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Screen;
import org.medflow.platform.security.Actors;
import org.medflow.platform.web.Words;

/**
 * Broken glass: who looked at whom without consent and why, and what a second person says of it.
 */
@Named
@ViewScoped
@Screen(
    path = "/acces-urgence",
    view = "/identity/emergency.xhtml",
    requires = MANAGE_AUDIT,
    nav = 93,
    icon = "pi-exclamation-triangle")
public class EmergencyPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject EmergencyReview review;
  @Inject StaffDirectory staff;
  @Inject Notes notes;
  @Inject Words words;

  private List<EmergencyAccessView> accesses = List.of();
  private Map<UUID, String> names = Map.of();
  private EmergencyAccessView chosen;
  private String note;

  @PostConstruct
  void open() {
    accesses = review.all();
    var people = new HashSet<UUID>();
    for (var access : accesses) {
      people.add(access.brokenBy());
      if (access.review() != null) {
        people.add(access.review().by());
      }
    }
    names = Actors.current().may(VIEW_AUDIT) ? staff.names(people) : Map.of();
  }

  /** Somebody broke the glass or judged it: the list is looked at again, what was typed stays. */
  public void lookAgain() {
    open();
  }

  public void choose(UUID id) {
    chosen = accesses.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    note = null;
  }

  public void judge(String verdict) {
    try {
      chosen = review.review(chosen.id(), verdict, note);
      notes.here(words.of("emergency.judged." + verdict));
      note = null;
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
    open();
  }

  /** How it stands: open, consented, justified, unjustified or lapsed. */
  public String state(EmergencyAccessView access) {
    if (access.review() != null) {
      return access.review().verdict();
    }
    if (access.consentedAt() != null) {
      return "consented";
    }
    return access.endedAt() == null ? "open" : "lapsed";
  }

  public String who(UUID person) {
    return names.getOrDefault(person, words.of("settings.somebody"));
  }

  /** Whether it was the reader herself, who may not judge it. */
  public boolean isOwn() {
    return chosen != null && chosen.brokenBy().equals(Actors.current().id());
  }

  public long getOpen() {
    return accesses.stream().filter(access -> access.review() == null).count();
  }

  public List<EmergencyAccessView> getAccesses() {
    return accesses;
  }

  public EmergencyAccessView getChosen() {
    return chosen;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
