package org.medflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.PageClient;
import org.medflow.harness.Person;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.harness.Wire;

/** Every page as its door sees it; the addresses are read from the page classes. */
class PagesIT {

  private static final Pattern PATH = Pattern.compile("path = \"(/[^\"]+)\"");
  private static final Set<String> OPEN =
      Set.of(
          "/connexion",
          "/acces",
          "/mot-de-passe-oublie",
          "/premier-demarrage",
          "/erreur/{fin}",
          "/ecran/{code}");

  private static ClinicFixture here;
  private static Person stranger;
  private static UUID hidden;

  @BeforeAll
  static void openTwoClinics() {
    here = ClinicFixture.open("receptionist", "admin");
    var there = ClinicFixture.open("receptionist");
    stranger = there.people().complete();
    hidden = there.registered(stranger).id();
  }

  @Test
  void hidesAPatientOfAnotherClinicOnEveryPage() {
    var asked = new ArrayList<String>();
    for (var role : List.of("receptionist", "admin")) {
      var browser = PageClient.signedIn(Shared.server(), here.staff(role));
      for (var path : paths()) {
        if (path.contains("{") && !OPEN.contains(path)) {
          asked.add(path);
          var page = browser.get(path.replaceAll("\\{[^}]+}", hidden.toString()));
          assertThat(page.statusCode()).as(role + " " + path).isIn(refusals(role, path));
          assertThat(page.body())
              .doesNotContainIgnoringCase(stranger.lastName())
              .doesNotContain(stranger.email());
        }
      }
    }
    assertThat(asked).isNotEmpty();
  }

  /** What is not there is not found; a room that is shut to a role is shut, whatever the id. */
  private static List<Integer> refusals(String role, String path) {
    boolean shut = role.equals("receptionist") && path.startsWith("/migrations/");
    return List.of(shut ? 403 : 404);
  }

  @Test
  void showsAPatientOfThisClinic() {
    var person = here.people().next();
    var id = here.registered(person).id();
    var browser = PageClient.signedIn(Shared.server(), here.staff("receptionist"));
    var page = browser.get("/patients/%s/resume".formatted(id));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).containsIgnoringCase(person.lastName());
  }

  @Test
  void whoOnlyKnocksCostsNoSession() {
    for (var path : List.of("/connexion", "/premier-demarrage?token=x", "/erreur/404")) {
      var reply = ApiClient.anonymous(Shared.server().pages()).get(path);
      assertThat(reply.http().headers().allValues("Set-Cookie"))
          .as(path)
          .noneMatch(cookie -> cookie.startsWith("MFSID"));
      assertThat(reply.http().headers().allValues("Content-Security-Policy"))
          .as(path)
          .singleElement()
          .asString()
          .contains("script-src 'self'")
          .doesNotContain("unsafe-eval");
    }
  }

  @Test
  void sendsWhoIsNotSignedInToTheDoor() {
    var browser = PageClient.anonymous(Shared.server());
    for (var path : paths()) {
      if (!OPEN.contains(path)) {
        var answer = browser.get(path.replaceAll("\\{[^}]+}", hidden.toString()));
        assertThat(answer.statusCode()).as(path).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
            .as(path)
            .contains("/connexion");
      }
    }
  }

  @Test
  void refusesAWrongPasswordWithoutSayingWhatWasWrong() {
    var known = here.staff("receptionist").username();
    assertThat(refused(known)).isEqualTo(refused("nobody.of.this.name"));
  }

  @Test
  void readsNoBodyLargerThanAnyForm() throws IOException {
    var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
    try (var wire = new Wire(Shared.server().ports().pages())) {
      var large = new byte[1_048_577];
      assertThat(wire.send(Wire.request("POST", "/connexion", headers, large))).isEqualTo(413);
    }
  }

  @Test
  void letsNobodyReachAViewByItsFileName() {
    var browser = PageClient.signedIn(Shared.server(), here.staff("admin"));
    for (var path :
        List.of("/patient/record.xhtml", "/WEB-INF/web.xml", "/identity/sign-in.xhtml")) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void forgetsTheSessionAfterLeaving() {
    var browser = PageClient.signedIn(Shared.server(), here.staff("receptionist"));
    assertThat(browser.get("/accueil").statusCode()).isEqualTo(200);
    var ended =
        Shared.server()
            .owner()
            .update(
                """
                update medflow.user_session s set ended_at = now() from medflow.app_user u
                 where u.id = s.user_id and u.username = ? and s.ended_at is null
                """,
                here.staff("receptionist").username());
    assertThat(ended).isPositive();
    assertThat(browser.get("/accueil").statusCode()).isEqualTo(302);
  }

  private static String refused(String username) {
    var answer =
        PageClient.anonymous(Shared.server())
            .submit(
                "/connexion",
                "signIn",
                "enter",
                Map.of("username", username, "password", "wrong horse battery staple"));
    assertThat(answer.statusCode()).isEqualTo(200);
    var news =
        Pattern.compile("(?s)ui-message-error-summary\">(.*?)<|ui-messages-error-summary\">(.*?)<");
    return news.matcher(answer.body()).results().map(found -> found.group()).toList().toString();
  }

  private static List<String> paths() {
    var pages = Settings.root().resolve("web-module/pages/src/main/java");
    try (Stream<Path> files = Files.walk(pages)) {
      return files
          .filter(file -> file.toString().endsWith("Page.java"))
          .flatMap(file -> PATH.matcher(text(file)).results().map(found -> found.group(1)))
          .sorted()
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
