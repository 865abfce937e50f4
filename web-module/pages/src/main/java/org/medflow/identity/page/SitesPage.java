package org.medflow.identity.page;

import static org.medflow.platform.security.Permission.MANAGE_CLINICS;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.medflow.clinic.boundary.ClinicCard;
import org.medflow.clinic.boundary.ClinicRegister;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Screen;
import org.medflow.platform.web.Words;

/** The clinics of the group, and one of them beside the list to be looked at and changed. */
@Named
@ViewScoped
@Screen(
    path = "/sites",
    view = "/identity/sites.xhtml",
    requires = MANAGE_CLINICS,
    nav = 91,
    icon = "pi-building")
public class SitesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The zones of the country; a site elsewhere keeps its own. */
  private static final List<String> ZONES = List.of("Africa/Kinshasa", "Africa/Lubumbashi");

  @Inject ClinicRegister register;
  @Inject Notes notes;
  @Inject Words words;

  private List<ClinicCard> sites = List.of();
  private ClinicCard chosen;
  private boolean opening;
  private SiteForm form = new SiteForm();

  @PostConstruct
  void open() {
    sites = register.all();
  }

  public void choose(UUID id) {
    show(register.get(id));
  }

  /** Empties the panel for a site that is to be opened. */
  public void begin() {
    chosen = null;
    opening = true;
    form = new SiteForm();
  }

  public void create() {
    try {
      show(register.open(form.opening()));
      notes.here(words.of("sites.opened", chosen.name()));
      open();
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  /** A change that was overtaken shows what the other made of it. */
  public void save() {
    try {
      show(register.amend(chosen.id(), chosen.version(), form.amendment()));
      notes.here(words.of("sites.kept", chosen.name()));
    } catch (ClinicException refused) {
      notes.refused(refused);
      if (refused.code().equals("stale-version")) {
        choose(chosen.id());
      }
    }
    open();
  }

  private void show(ClinicCard site) {
    chosen = site;
    opening = false;
    form = SiteForm.of(site);
  }

  public List<String> getZones() {
    return Stream.concat(ZONES.stream(), Stream.of(form.getTimeZone())).distinct().toList();
  }

  public List<ClinicCard> getSites() {
    return sites;
  }

  public ClinicCard getChosen() {
    return chosen;
  }

  /** Whose panel it is. */
  public String getTitle() {
    return chosen == null ? words.of("sites.new") : chosen.code() + " · " + chosen.name();
  }

  public boolean isOpening() {
    return opening;
  }

  /** How its line looks: the one in the panel stands out, a closed one steps back. */
  public String look(ClinicCard site) {
    if (chosen != null && chosen.id().equals(site.id())) {
      return "ui-state-highlight";
    }
    return "inactive".equals(site.status()) ? "mf-shut" : "";
  }

  public SiteForm getForm() {
    return form;
  }
}
