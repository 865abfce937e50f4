package org.medflow.identity.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.medflow.audit.boundary.Refusals;
import org.medflow.clinic.boundary.ClinicView;
import org.medflow.identity.boundary.MeView;
import org.medflow.identity.boundary.OwnAccount;
import org.medflow.identity.boundary.Profile;
import org.medflow.platform.page.FormGuard;
import org.medflow.platform.page.Place;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screens;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Permission;
import org.medflow.platform.web.Tongue;

/** The frame round every page: who works here, where, in which language and light. */
@Named("shell")
@RequestScoped
public class ShellPage {

  /**
   * An entry of the navigation; {@code key} ends the message key {@code nav.}.
   *
   * @param current {@code page} for the page itself, {@code true} for one below it, else null
   */
  public record Entry(String path, String icon, String key, String current) {}

  /** Entries of one room under one heading. */
  public record Section(String key, List<Entry> entries) {}

  @Inject Screens screens;
  @Inject Profile profile;
  @Inject OwnAccount account;
  @Inject FormGuard forms;
  @Inject HttpServletRequest request;

  private MeView me;
  private Refusals refusals;

  public MeView getMe() {
    if (me == null && isKnown()) {
      me = profile.me();
    }
    return me;
  }

  /** What was refused to her name, on the first page that she sees after signing in. */
  public Refusals getRefusals() {
    if (refusals == null) {
      refusals = SessionTie.justTied(request) ? account.refusals() : Refusals.NONE;
    }
    return refusals;
  }

  public boolean isKnown() {
    return Actors.current().kind() != Actor.Kind.ANONYMOUS;
  }

  /** What plain forms and scripts of this page show, so that they are believed. */
  public String getToken() {
    return forms.ofSession(request);
  }

  public boolean may(String permission) {
    return Actors.current().may(Permission.of(permission));
  }

  /** Whether this caller may open the screen at this address. */
  public boolean reaches(String path) {
    return screens.admits(path, Actors.current());
  }

  public Locale getLocale() {
    return Tongue.of(request);
  }

  public String getTheme() {
    return getMe() == null ? "auto" : getMe().theme();
  }

  public String getDensity() {
    return getMe() == null ? "standard" : getMe().density();
  }

  public String getInitials() {
    return first(getMe().firstName()) + first(getMe().lastName());
  }

  public List<ClinicView> getOtherClinics() {
    return getMe().clinics().stream()
        .filter(clinic -> !clinic.id().equals(getMe().clinic().id()))
        .toList();
  }

  public List<Section> getNavigation() {
    var here = Route.current().path();
    var rooms = new LinkedHashMap<String, List<Entry>>();
    var places = screens.navigation(Actors.current());
    boolean listed = places.stream().anyMatch(place -> place.path().equals(here));
    for (var place : places) {
      var room = place.view().split("/")[1];
      var entry = entry(place, current(place.path(), here, listed));
      rooms.computeIfAbsent(room, any -> new ArrayList<>()).add(entry);
    }
    return rooms.entrySet().stream()
        .map(room -> new Section(room.getKey(), room.getValue()))
        .toList();
  }

  static String current(String path, String here, boolean listed) {
    if (path.equals(here)) {
      return "page";
    }
    return !listed && here.startsWith(path + "/") ? "true" : null;
  }

  private static Entry entry(Place place, String current) {
    var key = place.view().substring(1, place.view().length() - 6).replace('/', '.');
    return new Entry(place.path(), place.icon(), key, current);
  }

  private static String first(String name) {
    return name == null || name.isBlank() ? "" : name.strip().substring(0, 1).toUpperCase();
  }
}
