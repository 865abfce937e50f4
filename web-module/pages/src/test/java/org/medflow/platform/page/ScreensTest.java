package org.medflow.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;
import static org.medflow.platform.security.Permission.VIEW_AUDIT;
import static org.medflow.platform.security.Permission.VIEW_PATIENTS;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Permission;

class ScreensTest {

  private static final UUID ID = UUID.randomUUID();

  private final Screens screens = Screens.of(Webapp.screens());

  @Test
  void everyViewHasExactlyOnePageClassAndEveryPageClassAView() {
    assertThat(screens.views()).containsExactlyElementsOf(Webapp.views());
    assertThat(ScreenContract.problem(Webapp.screens(), Webapp.views())).isEmpty();
  }

  @Test
  void everyPageSaysOnceWhoMayComeIn() {
    assertThat(Webapp.screens()).allMatch(Place::declared);
  }

  @Test
  void onlyTheDoorTheFirstRunTheLinksAndTheErrorsAreOpen() {
    var open =
        Webapp.screens().stream()
            .filter(screen -> !screen.open().isBlank())
            .map(Screen::path)
            .collect(Collectors.toSet());
    assertThat(open)
        .containsExactlyInAnyOrder(
            "/connexion",
            "/premier-demarrage",
            "/acces",
            "/mot-de-passe-oublie",
            "/ecran/{code}",
            "/erreur/{fin}");
  }

  @Test
  void stopsTheStartForAViewWithoutAPageClass() {
    assertThat(ScreenContract.problem(Webapp.screens(), with("/stray/page.xhtml")))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("/stray/page.xhtml"));
  }

  @Test
  void stopsTheStartForAPageThatNamesNobody() {
    assertThat(ScreenContract.problem(Set.of(declaration(Silent.class)), Set.of("/a/b.xhtml")))
        .contains("The page /a/b.xhtml does not say who may open it.");
  }

  @Test
  void findsTheScreenOfAnAddressAndTheIdInIt() {
    var visit = screens.find("/patients/" + ID + "/resume").orElseThrow();
    assertThat(visit.place().view()).isEqualTo("/patient/record.xhtml");
    assertThat(visit.values()).containsEntry("id", ID.toString());
  }

  @Test
  void aFixedAddressWinsOverOneWithAVariable() {
    assertThat(screens.find("/patients/nouveau").orElseThrow().place().view())
        .isEqualTo("/patient/registration.xhtml");
  }

  @Test
  void knowsNoOtherAddresses() {
    assertThat(screens.find("/patients/")).isEmpty();
    assertThat(screens.find("/patients//resume")).isEmpty();
    assertThat(screens.find("/patient/record.xhtml")).isEmpty();
    assertThat(screens.find("/patients/" + ID + "/resume/plus")).isEmpty();
  }

  @Test
  void admitsOnlyWhoHoldsARightOfThePage() {
    var record = "/patients/" + ID + "/resume";
    assertThat(screens.admits(record, user(VIEW_PATIENTS))).isTrue();
    assertThat(screens.admits(record, user(VIEW_AUDIT))).isFalse();
    assertThat(screens.admits(record, Actor.anonymous())).isFalse();
    assertThat(screens.admits("/accueil", user(VIEW_AUDIT))).isTrue();
    assertThat(screens.admits("/accueil", Actor.anonymous())).isFalse();
    assertThat(screens.admits("/connexion", Actor.anonymous())).isTrue();
  }

  @Test
  void theNavigationShowsWhatMayBeOpenedInItsOrder() {
    assertThat(screens.navigation(user(VIEW_PATIENTS, REGISTER_PATIENTS)))
        .extracting(Place::path)
        .containsExactly("/accueil", "/patients", "/patients/nouveau");
    assertThat(screens.navigation(user(VIEW_AUDIT)))
        .extracting(Place::path)
        .containsExactly("/accueil", "/audit");
  }

  private static Set<String> with(String view) {
    var views = Webapp.views();
    views.add(view);
    return views;
  }

  private static Screen declaration(Class<?> type) {
    return type.getAnnotation(Screen.class);
  }

  private static Actor user(Permission... permissions) {
    return new Actor(Actor.Kind.USER, ID, Set.of(ID), Set.of(permissions), ID);
  }

  @Screen(path = "/a", view = "/a/b.xhtml")
  private static final class Silent {}
}
