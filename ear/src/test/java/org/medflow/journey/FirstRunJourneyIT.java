package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.Home;
import org.medflow.harness.Medflow;
import org.medflow.harness.Shared;

/**
 * The first day of a group, on a server of its own: the printed link, the form, the first sign-in.
 */
class FirstRunJourneyIT {

  private static final Pattern LINK = Pattern.compile("/premier-demarrage\\?token=\\S+");
  private static final String PHRASE = "quatre lampes sous la pluie";

  private static Medflow server;

  @BeforeAll
  static void start() {
    server = Medflow.start(Home.fresh("first-run"), Shared.environment());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The newest one; the server may answer a moment before the launcher has said so. */
  private static String link() {
    return Awaitility.await("the link")
        .atMost(Duration.ofSeconds(60))
        .until(FirstRunJourneyIT::printed, Optional::isPresent)
        .get();
  }

  private static Optional<String> printed() throws IOException {
    return LINK.matcher(Files.readString(server.console()))
        .results()
        .map(MatchResult::group)
        .reduce((earlier, later) -> later);
  }

  private static void fill(Visitor visitor, String password, String repeated) {
    visitor
        .type("code", "KIN")
        .type("name", "Clinique de la Gombe")
        .type("city", "Kinshasa")
        .type("firstName", "Espérance")
        .type("lastName", "Mbuyi")
        .type("username", "esperance")
        .type("password", password)
        .type("repeated", repeated);
    visitor.id("create").click();
  }

  @Test
  void makesTheFirstClinicAndItsAdministratorOnce() {
    var link = link();
    try (var visitor = Desk.visitor(server)) {
      visitor.go(link);
      Look.at(visitor, "premier-demarrage");
      fill(visitor, "trop court", "trop court");
      assertThat(visitor.page().locator(".mf-err").first()).isVisible();
      assertThat(visitor.id("name")).hasValue("Clinique de la Gombe");
      Look.readable(visitor, "premier-demarrage-refused");

      fill(visitor, PHRASE, PHRASE + "!");
      assertThat(visitor.page().locator(".mf-err").first()).isVisible();

      fill(visitor, PHRASE, PHRASE);
      visitor.sees("/connexion").seesText("news", "Le compte est prêt");
      Look.readable(visitor, "connexion-ready");
      visitor.tryDoor("esperance", PHRASE);
      new Enrolling(visitor).throughTheDoor();
      visitor.sees("/accueil");
    }
    savedOnce();
    try (var later = Desk.visitor(server)) {
      later.go(link);
      assertThat(later.at("link-used")).isVisible();
      Look.at(later, "premier-demarrage-used");
    }
    assertThat(server.owner().number("select count(*) from medflow.app_user")).isEqualTo(1);
  }

  private static void savedOnce() {
    assertThat(
            server
                .owner()
                .strings(
                    """
                    select u.username || ' ' || r.role || ' ' || c.code || ' ' || c.time_zone
                      from medflow.app_user u join medflow.user_role r on r.user_id = u.id
                      join medflow.clinic c on c.id = r.clinic_id
                    """))
        .containsExactly("esperance admin KIN Africa/Kinshasa");
    assertThat(
            server
                .owner()
                .number("select count(*) from medflow.one_time_link where used_at is null"))
        .isZero();
  }

  @Test
  void speaksEnglishToo() {
    try (var visitor = Desk.visitor(server, "en-GB")) {
      visitor.go(link() + "&langue=en");
      assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
      Look.readable(visitor, "premier-demarrage-en");
    }
  }
}
