package org.medflow.patient.page;

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
import org.medflow.identity.boundary.Profile;
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
  @Inject Profile profile;
  @Inject Words words;
  @Inject Clock clock;

  private List<PatientRow> newest = List.of();
  private RegistryFigures figures;
  private ZoneId zone;

  @PostConstruct
  void open() {
    zone = ZoneId.of(profile.me().clinic().timeZone());
    if (Actors.current().may(VIEW_PATIENTS)) {
      newest = search.newest(NEWEST);
      figures = search.figures();
    }
  }

  public RegistryFigures getFigures() {
    return figures;
  }

  public List<PatientRow> getNewest() {
    return newest;
  }

  public String getDay() {
    var day =
        now().format(DateTimeFormatter.ofPattern(words.of("clinic.board.day"), words.locale()));
    return day.substring(0, 1).toUpperCase(words.locale()) + day.substring(1);
  }

  public String getHour() {
    return now().format(DateTimeFormatter.ofPattern("HH:mm"));
  }

  private ZonedDateTime now() {
    return clock.instant().atZone(zone);
  }
}
