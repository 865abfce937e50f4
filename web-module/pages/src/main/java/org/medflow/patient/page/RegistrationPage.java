package org.medflow.patient.page;

import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.medflow.identity.boundary.Profile;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.boundary.CrossClinicLink;
import org.medflow.patient.boundary.LinkPatient;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.patient.boundary.PatientView;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;
import org.medflow.platform.web.Words;

/**
 * Registers a patient. While the form fills, people who are already here and look like her stand
 * beside it; before anything is saved a person says for each one whether it is the same.
 */
@Named
@ViewScoped
@Screen(
    path = "/patients/nouveau",
    view = "/patient/registration.xhtml",
    requires = REGISTER_PATIENTS,
    nav = 3,
    icon = "pi-user-plus")
public class RegistrationPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject PatientRegistry registry;
  @Inject CrossClinicLink links;
  @Inject Profile profile;
  @Inject transient Clock clock;
  @Inject Notes notes;
  @Inject Words words;

  private final PatientForm form = new PatientForm();
  private final LikelyPanel likely = new LikelyPanel();
  private final ElsewherePanel elsewhere = new ElsewherePanel();
  private final SameForm once = new SameForm(UUID.randomUUID());

  /** Called while somebody types. */
  public void look() {
    likely.show(form.recognisable() ? registry.candidates(form.soFar()) : List.of());
  }

  /** Keeps the word that it is the same person, and opens her record instead. */
  public void same(UUID candidate) {
    registry.recognised(form.soFar(), candidate);
    Route.go("/patients/" + candidate + "/resume");
  }

  public void another(UUID candidate) {
    likely.person(candidate).ask();
  }

  public void settle(UUID candidate) {
    if (!likely.person(candidate).settle()) {
      notes.error(words.error("decision-reason-required"));
    }
  }

  public void reopen(UUID candidate) {
    likely.person(candidate).reopen();
  }

  public void save() {
    try {
      var command = form.registration(likely.decisions());
      open(registry.register(command, once.key(command)));
    } catch (Conflict conflict) {
      decide(conflict);
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  /** She is known elsewhere in the group and agrees to be seen here, too. */
  public void linkByConsent() {
    link(elsewhere.byConsent(), links::byConsent, "patient.elsewhere.linked");
  }

  /** She is known elsewhere and it cannot wait. */
  public void breakGlass() {
    link(elsewhere.byBreakingGlass(), links::breakGlass, "patient.elsewhere.broken");
  }

  /** Tries the numbers that were typed one by one, until one of them is hers. */
  private void link(List<LinkPatient> tries, Function<LinkPatient, UUID> way, String word) {
    try {
      for (var one : tries) {
        var found = tried(one, way);
        if (found.isPresent()) {
          notes.done(words.of(word));
          Route.go("/patients/" + found.get() + "/resume");
          return;
        }
      }
      notes.error(words.of("patient.elsewhere.nobody"));
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  private static Optional<UUID> tried(LinkPatient one, Function<LinkPatient, UUID> way) {
    try {
      return Optional.of(way.apply(one));
    } catch (NotFound nobody) {
      return Optional.empty();
    }
  }

  private void open(PatientView patient) {
    notes.done(words.of("patient.registration.done", patient.displayName(), patient.mrn()));
    Route.go("/patients/" + patient.id() + "/resume");
  }

  @SuppressWarnings("unchecked")
  private void decide(Conflict conflict) {
    notes.refused(conflict);
    elsewhere.close();
    if (conflict.code().equals("patient-known-elsewhere")) {
      var zone = ZoneId.of(profile.me().clinic().timeZone());
      elsewhere.offer(form.soFar().identifiers(), LocalDate.now(clock.withZone(zone)));
    }
    if (conflict.details().get("candidates") instanceof List<?> candidates) {
      likely.press((List<Candidate>) candidates);
    }
  }

  public PatientForm getForm() {
    return form;
  }

  public ElsewherePanel getElsewhere() {
    return elsewhere;
  }

  public LikelyPanel getLikely() {
    return likely;
  }
}
