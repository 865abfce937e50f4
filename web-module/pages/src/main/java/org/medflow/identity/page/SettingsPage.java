package org.medflow.identity.page;

import static org.medflow.platform.security.Permission.MANAGE_CLINICS;
import static org.medflow.platform.security.Permission.MANAGE_SETTINGS;
import static org.medflow.platform.security.Permission.VIEW_AUDIT;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.medflow.clinic.boundary.AmendClinic;
import org.medflow.clinic.boundary.ChangeSetting;
import org.medflow.clinic.boundary.ClinicCard;
import org.medflow.clinic.boundary.ClinicRegister;
import org.medflow.clinic.boundary.SettingChange;
import org.medflow.clinic.boundary.SettingsDesk;
import org.medflow.identity.boundary.Profile;
import org.medflow.identity.boundary.StaffDirectory;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Screen;
import org.medflow.platform.security.Actors;
import org.medflow.platform.web.Words;

/**
 * The settings of this clinic or of the group: what holds, whose word it is, and who changed it. A
 * value is kept as soon as its field is left; a refused one stays in its field with the reason.
 */
@Named
@ViewScoped
@Screen(
    path = "/parametres",
    view = "/identity/settings.xhtml",
    requires = MANAGE_SETTINGS,
    nav = 92,
    icon = "pi-cog")
public class SettingsPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String GROUP = "group";

  @Inject SettingsDesk desk;
  @Inject ClinicRegister register;
  @Inject Profile profile;
  @Inject StaffDirectory staff;
  @Inject Notes notes;
  @Inject Words words;

  private String level = "clinic";
  private List<Family> families = List.of();
  private String shown;
  private List<SettingChange> history = List.of();
  private Map<UUID, String> names = Map.of();
  private ClinicCard clinic;
  private String secondFactor;

  /** Settings that belong together. */
  public record Family(String name, List<SettingLine> lines) implements Serializable {}

  @PostConstruct
  void open() {
    var found = new LinkedHashMap<String, List<SettingLine>>();
    for (var view : desk.all()) {
      var lines = found.computeIfAbsent(view.family(), any -> new ArrayList<>());
      lines.add(new SettingLine(view, isGroup()));
    }
    families =
        found.entrySet().stream().map(one -> new Family(one.getKey(), one.getValue())).toList();
    if (Actors.current().may(MANAGE_CLINICS)) {
      clinic = register.get(profile.me().clinic().id());
      secondFactor = clinic.secondFactor();
    }
  }

  /** Shows the other level. */
  public void look() {
    open();
  }

  public void keep(SettingLine line) {
    attempt(line, line.change(), "settings.kept");
  }

  public void reset(SettingLine line) {
    attempt(line, line.reset(), "settings.inherited");
  }

  private void attempt(SettingLine line, ChangeSetting change, String word) {
    try {
      if (isGroup()) {
        desk.changeGroup(change);
      } else {
        desk.change(change);
      }
      notes.here(words.of(word, words.of("settings.key." + line.getKey())));
      open();
      if (line.getKey().equals(shown)) {
        remember(shown);
      }
    } catch (Invalid refused) {
      line.refuse(words.error(refused.fields().get(0).code()));
    } catch (ClinicException refused) {
      notes.refused(refused);
      open();
    }
  }

  /** Shows who changed this setting. */
  public void remember(String key) {
    shown = key;
    history = desk.history(key);
    var people = history.stream().map(SettingChange::by).collect(Collectors.toSet());
    names = Actors.current().may(VIEW_AUDIT) ? staff.names(people) : Map.of();
  }

  /** Whether this clinic wants a second factor of everybody. */
  public void keepSecondFactor() {
    try {
      register.amend(clinic.id(), clinic.version(), AmendClinic.secondFactor(secondFactor));
      notes.here(words.of("settings.kept", words.of("settings.second-factor")));
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
    open();
  }

  public String who(UUID by) {
    return names.getOrDefault(by, words.of("settings.somebody"));
  }

  /** A value as people say it; nothing said is inherited. */
  public String said(String key, String value) {
    return value == null ? words.of("settings.inherit") : SettingTexts.of(words, key, value);
  }

  public boolean isGroup() {
    return level.equals(GROUP);
  }

  public List<Family> getFamilies() {
    return families;
  }

  public String getShown() {
    return shown;
  }

  public List<SettingChange> getHistory() {
    return history;
  }

  public ClinicCard getClinic() {
    return clinic;
  }

  public String getLevel() {
    return level;
  }

  public void setLevel(String level) {
    this.level = GROUP.equals(level) ? GROUP : "clinic";
  }

  public String getSecondFactor() {
    return secondFactor;
  }

  public void setSecondFactor(String secondFactor) {
    this.secondFactor = secondFactor;
  }
}
