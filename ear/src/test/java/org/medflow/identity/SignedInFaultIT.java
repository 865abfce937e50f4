package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.PageClient;
import org.medflow.harness.Reply;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;
import org.medflow.identity.Attacks.Answer;

/**
 * People who are signed in and whose rights, account or password change under them; and thieves.
 */
@Tag("identity")
class SignedInFaultIT {

  private static final int AT_ONCE = 20;

  private static ClinicFixture clinic;
  private static Database owner;

  private final ApiClient nobody = Shared.server().anonymous();

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "cashier");
    owner = Shared.server().owner();
  }

  /** Somebody with a token and a browser. */
  private record Inside(Staff who, JsonObject tokens, PageClient browser) {
    ApiClient api() {
      return Shared.server().anonymous().bearer(tokens.getString("accessToken"));
    }
  }

  private Inside inside(String label, String role) {
    var who = clinic.hire(label, role, clinic.code());
    var inside =
        new Inside(
            who,
            nobody.signIn(who.username(), who.password()).json(),
            PageClient.signedIn(Shared.server(), who));
    assertThat(inside.api().get("/me").status()).isEqualTo(200);
    assertThat(inside.browser().get("/patients").statusCode()).isEqualTo(200);
    return inside;
  }

  private void everyWay(Attacks attacks, String what, Inside somebody) {
    for (var path : new String[] {"/me", "/patients?q=ka&size=5", "/auth/sessions"}) {
      attacks.make(what + ": " + path, () -> Answer.of(somebody.api().get(path)));
    }
    for (var page : new String[] {"/accueil", "/patients", "/compte", "/patients/nouveau"}) {
      attacks.make(what + ": page " + page, () -> Answer.of(somebody.browser().get(page)));
    }
  }

  @Test
  void shutsWhoeverLosesHerLastRoleAccountOrSession() {
    try (var attacks = new Attacks("signed-in")) {
      var roleless = inside("roleless", "receptionist");
      owner.update(
          "delete from medflow.user_role where user_id ="
              + " (select id from medflow.app_user where username = ?)",
          roleless.who().username());
      everyWay(attacks, "no role left", roleless);

      var leaver = inside("leaver", "receptionist");
      owner.update(
          "update medflow.app_user set active = false where username = ?", leaver.who().username());
      everyWay(attacks, "deactivated", leaver);
      attacks.make("deactivated: renewal", () -> Answer.of(refresh(leaver.tokens())));
      attacks.make(
          "deactivated: password",
          () -> Answer.of(nobody.signIn(leaver.who().username(), leaver.who().password())));

      var robbed = inside("robbed", "receptionist");
      changePassword(robbed);
      everyWay(attacks, "password changed elsewhere", robbed);
      attacks.make("password changed: renewal", () -> Answer.of(refresh(robbed.tokens())));
      attacks.assertNobodyIn("");
    }
  }

  @Test
  void takesARightAwayAtTheNextRequest() {
    var demoted = inside("demoted", "receptionist");
    var somebody = clinic.people().next().registration();
    assertThat(demoted.browser().get("/patients/nouveau").statusCode()).isEqualTo(200);
    owner.update(
        "update medflow.user_role set role = 'cashier' where user_id ="
            + " (select id from medflow.app_user where username = ?)",
        demoted.who().username());
    try (var attacks = new Attacks("demoted")) {
      attacks.make("registers", () -> Answer.of(demoted.api().post("/patients", somebody)));
      attacks.make("opens the form", () -> Answer.of(demoted.browser().get("/patients/nouveau")));
      attacks.assertNobodyIn("");
    }
    assertThat(demoted.api().get("/me").status()).isEqualTo(200);
  }

  @Test
  void makesAPlantedCookieWorthless() {
    try (var attacks = new Attacks("fixation")) {
      var thief = PageClient.signedIn(Shared.server(), clinic.staff("cashier"));
      for (var cookie : thief.cookies().entrySet()) {
        planted(attacks, cookie.getKey(), cookie.getValue());
        planted(attacks, cookie.getKey(), "chosen-by-the-thief");
      }
      attacks.assertNobodyIn("");
      assertThat(thief.cookies()).isNotEmpty();
    }
  }

  private static void planted(Attacks attacks, String name, String value) {
    var victim = PageClient.anonymous(Shared.server()).holding(name, value);
    var who = clinic.staff("receptionist");
    assertThat(victim.signIn(who.username(), who.password()).statusCode()).isEqualTo(302);
    assertThat(victim.get("/accueil").statusCode()).isEqualTo(200);
    var thief = PageClient.anonymous(Shared.server()).holding(name, value);
    attacks.make("planted " + name, () -> Answer.of(thief.get("/patients")));
  }

  @Test
  void forgetsACookieAtTheSignOut() {
    var browser = PageClient.signedIn(Shared.server(), clinic.staff("receptionist"));
    var kept = browser.cookies();
    assertThat(browser.get("/accueil").statusCode()).isEqualTo(200);
    var left =
        browser.send(
            "POST", "/deconnexion", Map.of("mf-token", browser.token("/accueil")), Map.of());
    assertThat(left.statusCode()).isEqualTo(302);
    var thief = PageClient.anonymous(Shared.server());
    kept.forEach(thief::holding);
    try (var attacks = new Attacks("signed-out")) {
      attacks.make("kept cookie", () -> Answer.of(thief.get("/accueil")));
      attacks.make("same browser", () -> Answer.of(browser.get("/accueil")));
      attacks.assertNobodyIn("");
    }
  }

  /** Whoever of them is first may win a moment; nobody of the family is let in afterwards. */
  @Test
  void endsTheFamilyOfATokenThatManyShowAtOnce() {
    int families = Settings.longRound() ? 200 : 5;
    var who = clinic.hire("often", "receptionist", clinic.code());
    int renewed = 0;
    try (var attacks = new Attacks("refresh-reuse")) {
      for (int i = 0; i < families; i++) {
        var opened = nobody.signIn(who.username(), who.password()).json();
        var answers = atOnce(opened);
        var good = answers.stream().filter(reply -> reply.status() == 200).toList();
        assertThat(good).hasSizeLessThanOrEqualTo(1);
        renewed += good.size();
        attacks.make("shown again", () -> Answer.of(refresh(opened)));
        attacks.make("first access token", () -> Answer.of(me(opened)));
        for (var reply : good) {
          attacks.make("the winner's access", () -> Answer.of(me(reply.json())));
          attacks.make("the winner's renewal", () -> Answer.of(refresh(reply.json())));
        }
      }
      attacks.assertNobodyIn(
          " (%d families, %d times shown at once, %d renewed once)"
              .formatted(families, AT_ONCE, renewed));
    }
  }

  private java.util.List<Reply> atOnce(JsonObject opened) {
    var asked = new ArrayList<CompletableFuture<Reply>>();
    for (int i = 0; i < AT_ONCE; i++) {
      asked.add(nobody.postLater("/auth/refresh", renewal(opened)));
    }
    return asked.stream().map(CompletableFuture::join).toList();
  }

  private Reply me(JsonObject tokens) {
    return nobody.bearer(tokens.getString("accessToken")).get("/me");
  }

  private Reply refresh(JsonObject tokens) {
    return nobody.post("/auth/refresh", renewal(tokens));
  }

  private static JsonObject renewal(JsonObject tokens) {
    return Json.createObjectBuilder().add("refreshToken", tokens.getString("refreshToken")).build();
  }

  /** From another session of the same person. */
  private void changePassword(Inside somebody) {
    var who = somebody.who();
    var body =
        Json.createObjectBuilder()
            .add("current", who.password())
            .add("wanted", "trois pirogues sous le manguier 81");
    var changed =
        nobody.signedIn(who.username(), who.password()).post("/auth/password", body.build());
    assertThat(changed.status()).as(changed.toString()).isBetween(200, 204);
  }
}
