package org.medflow.patient.page;

import static org.medflow.platform.security.Permission.MANAGE_AUDIT;
import static org.medflow.platform.security.Permission.VIEW_PATIENTS;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.medflow.patient.boundary.EmergencyReview;
import org.medflow.patient.boundary.PatientRow;
import org.medflow.patient.boundary.PatientSearch;
import org.medflow.patient.boundary.RegistryFigures;
import org.medflow.platform.page.Screen;
import org.medflow.platform.security.Actors;
import org.medflow.platform.web.Words;

/** The first page of the day: what the registry holds, who came last, what to do next. */
@Named
@RequestScoped
@Screen(
    path = "/accueil",
    view = "/clinic/board.xhtml",
    staff = "everybody starts here; each part asks for its own right",
    nav = 1,
    icon = "pi-home")
public class BoardPage {

  private static final int NEWEST = 10;

  @Inject PatientSearch search;
  @Inject EmergencyReview emergencies;
  @Inject Words words;
  @Inject Clock clock;

  private List<PatientRow> newest = List.of();
  private RegistryFigures figures;
  private int openAccesses;

  @PostConstruct
  void open() {
    if (Actors.current().may(VIEW_PATIENTS)) {
      newest = search.newest(NEWEST);
      figures = search.figures();
    }
    if (Actors.current().may(MANAGE_AUDIT)) {
      openAccesses = emergencies.open();
    }
  }

  /** Broken glass that nobody has looked at yet; none for whoever may not judge it. */
  public int getOpenAccesses() {
    return openAccesses;
  }

  public RegistryFigures getFigures() {
    return figures;
  }

  public List<PatientRow> getNewest() {
    return newest;
  }

  /** Today in words, in the clinic's zone. */
  public String day(String zone) {
    var pattern = DateTimeFormatter.ofPattern(words.of("clinic.board.day"), words.locale());
    var day = now(zone).format(pattern);
    return day.substring(0, 1).toUpperCase(words.locale()) + day.substring(1);
  }

  public String hour(String zone) {
    return now(zone).format(DateTimeFormatter.ofPattern("HH:mm"));
  }

  private ZonedDateTime now(String zone) {
    return clock.instant().atZone(ZoneId.of(zone));
  }
}
