package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;

/** An administrator takes somebody on, a second one agrees, and she chooses her own password. */
class UsersJourneyIT {

  private static final String WANTED = "douze hérons au bord du lac vert";

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("admin", "receptionist", "doctor");
    clinic.hire("second", "admin", clinic.code());
  }

  @Test
  void takesSomebodyOnWithFourEyesAndALink() {
    var house = ClinicFixture.open("admin", "pharmacist", "nurse");
    house.hire("second", "admin", house.code());
    var username = "marthe." + house.code().toLowerCase();
    String link;
    try (var admin = Desk.visitor(Shared.server())) {
      admin.signIn(house.staff("admin")).at("nav-identity.users").click();
      admin.sees("/utilisateurs");
      admin.press("F2");
      assertThat(admin.id("lastName")).isFocused();
      admin.type("lastName", "LUKUSA").type("firstName", "Marthe").type("username", username);
      tick(admin, "invite-form", "Caissier").quiet();
      assertThat(admin.id("invitePreview")).containsText("encaisser");
      Look.at(admin, "utilisateurs-invitation");
      admin.at("invite-now").press("Enter");
      assertThat(admin.at("link")).isVisible();
      link = admin.at("link").inputValue();
      Look.at(admin, "utilisateurs-lien");
      assertThat(admin.at("to-requests")).containsText("1");
      admin.at("to-requests").press("Enter");
      admin.sees("/utilisateurs/demandes").seesText("request", "Caissier");
      assertThat(admin.at("approve")).hasCount(0);
    }
    assertThat(states(username)).containsExactly("pending");
    assertThat(roles(username)).isEmpty();

    try (var second = Desk.visitor(Shared.server())) {
      second.signIn(house.staff("second")).go("/utilisateurs/demandes");
      Look.at(second, "utilisateurs-demandes");
      second.at("approve").press("Enter");
      assertThat(second.at("request")).hasCount(0);
      second.seesText("settled", "Approuvé");
      Look.at(second, "utilisateurs-demandes-reglees");
    }
    assertThat(states(username)).containsExactly("approved");
    assertThat(roles(username)).containsExactly("cashier");
    choosesHerPassword(username, link);
  }

  private static void choosesHerPassword(String username, String link) {
    try (var marthe = Desk.visitor(Shared.server())) {
      marthe.go(link);
      assertThat(marthe.id("username")).hasValue(username);
      Look.at(marthe, "acces");
      marthe.type("wanted", "court").type("repeated", "court").press("Enter");
      assertThat(marthe.page().locator(".mf-err")).hasText("Au moins 15 caractères.");
      marthe.type("wanted", WANTED).type("repeated", WANTED + "x").press("Enter");
      assertThat(marthe.page().locator(".mf-err")).hasCount(1);
      marthe.type("wanted", WANTED).type("repeated", WANTED).press("Enter");
      marthe.sees("/connexion").seesText("news", "Votre mot de passe est enregistré");
      marthe.tryDoor(username, WANTED).sees("/accueil");
      marthe.go(link);
      assertThat(marthe.at("link-used")).isVisible();
      Look.at(marthe, "acces-used");
    }
  }

  @Test
  void changesRolesAndShutsAnAccountByKeyboard() {
    var who = clinic.hire("zacharie", "nurse", clinic.code());
    try (var admin = Desk.visitor(Shared.server());
        var her = Desk.visitor(Shared.server())) {
      her.signIn(who);
      admin.signIn(clinic.staff("admin")).go("/utilisateurs");
      Look.at(admin, "utilisateurs");
      admin.hammer("q", who.username()).quiet();
      assertThat(admin.at("user")).hasCount(1);
      admin.at("user").press("Enter");
      admin.seesText("person", who.username());
      assertThat(admin.at("person").locator("[data-test='rights']"))
          .containsText("voir les patients");
      Look.at(admin, "utilisateurs-personne");

      admin.press("Alt+r");
      assertThat(admin.at("roles-form")).isVisible();
      tick(admin, "roles-form", "Infirmier");
      tick(admin, "roles-form", "Comptable").quiet();
      assertThat(admin.at("preview")).containsText("gérer les finances");
      assertThat(admin.at("preview")).not().containsText("administrer des médicaments");
      Look.at(admin, "utilisateurs-roles-choix");
      admin.at("keep-roles").press("Enter");
      assertThat(admin.at("roles-form")).isHidden();
      admin.seesText("person", "Comptable");
      her.go("/accueil").sees("/connexion");
      assertThat(roles(who.username())).isEmpty();
      assertThat(states(who.username())).containsExactly("pending");

      admin.at("deactivate").press("Enter");
      admin.at("confirm-yes").press("Enter");
      assertThat(admin.at("activate")).isVisible();
      assertThat(active(who)).isZero();
      admin.at("activate").press("Enter");
      assertThat(admin.at("deactivate")).isVisible();
      assertThat(active(who)).isOne();
    }
  }

  @Test
  void showsTheMatrixOfRoles() {
    try (var admin = Desk.visitor(Shared.server())) {
      admin.signIn(clinic.staff("admin")).go("/utilisateurs/roles");
      assertThat(admin.at("matrix").locator("thead th")).hasCount(27);
      Look.at(admin, "utilisateurs-roles");
    }
  }

  @Test
  void leavesWordThatAPasswordIsForgotten() {
    var who = clinic.hire("oubliee", "nurse", clinic.code());
    try (var her = Desk.visitor(Shared.server());
        var admin = Desk.visitor(Shared.server())) {
      her.go("/connexion").at("forgotten-link").press("Enter");
      her.sees("/mot-de-passe-oublie");
      Look.at(her, "mot-de-passe-oublie");
      her.type("username", who.username()).press("Enter");
      her.sees("/connexion");
      var known = her.at("news").textContent();
      her.go("/mot-de-passe-oublie").type("username", "personne.ici").press("Enter");
      her.sees("/connexion");
      assertThat(her.at("news")).hasText(known.strip());

      admin.signIn(clinic.staff("admin")).go("/utilisateurs").hammer("q", who.username()).quiet();
      assertThat(admin.at("users")).containsText("Mot de passe oublié");
      admin.at("user").press("Enter");
      assertThat(admin.at("asked")).isVisible();
      admin.at("make-link").press("Enter");
      assertThat(admin.at("link")).isVisible();
      assertThat(admin.at("asked")).hasCount(0);
    }
    assertThat(
            Shared.server()
                .owner()
                .strings(
                    """
                    select purpose from medflow.one_time_link l
                      join medflow.app_user u on u.id = l.user_id where u.username = ?
                    """,
                    who.username()))
        .containsExactly("password");
  }

  private static Visitor tick(Visitor visitor, String form, String role) {
    visitor.at(form).getByLabel(role, exactly()).press("Space");
    return visitor;
  }

  private static com.microsoft.playwright.Locator.GetByLabelOptions exactly() {
    return new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true);
  }

  private static List<String> states(String username) {
    return Shared.server()
        .owner()
        .strings(
            """
            select q.state from medflow.role_request q join medflow.app_user u on u.id = q.user_id
             where u.username = ? order by q.asked_at
            """,
            username);
  }

  private static List<String> roles(String username) {
    return Shared.server()
        .owner()
        .strings(
            """
            select r.role from medflow.user_role r join medflow.app_user u on u.id = r.user_id
             where u.username = ? order by 1
            """,
            username);
  }

  private static long active(Staff who) {
    return Shared.server()
        .owner()
        .number(
            "select count(*) from medflow.app_user where active and username = ?", who.username());
  }
}
