package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;

/** Passkeys at the door and at home, and answers of authenticators that are not good. */
class PasskeyJourneyIT {

  private static ClinicFixture strict;
  private static ClinicFixture free;

  private final ApiClient byNumber = Shared.server().anonymous();
  private final ApiClient byName = ApiClient.anonymous(URI.create(name() + "/api/v1"));

  @BeforeAll
  static void open() {
    strict = ClinicFixture.strict(Shared.server());
    free = ClinicFixture.open("receptionist");
  }

  /** Passkeys are made for names: the same server, called by one. */
  private static String name() {
    return "http://localhost:" + Shared.server().pages().getPort();
  }

  private static Visitor visitor() {
    return Desk.visitor(name(), "fr-FR");
  }

  @Test
  void makesOneAtTheDoorAndSignsInWithIt() {
    var who = strict.hire("aurelie", "receptionist", strict.code());
    try (var visitor = visitor()) {
      new VirtualKey(visitor);
      visitor.go("/accueil").sees("/connexion").tryDoor(who.username(), who.password());
      assertThat(visitor.id("makePasskey")).isVisible();
      Look.at(visitor, "cle-inscription");
      visitor.id("makePasskey").press("Enter");
      assertThat(visitor.at("recovery-codes").locator("li")).hasCount(10);
      visitor.id("goOn").press("Enter");
      visitor.sees("/accueil");

      again(visitor, who);
      assertThat(visitor.id("usePasskey")).isVisible();
      Look.at(visitor, "cle-connexion");
      visitor.id("usePasskey").press("Enter");
      visitor.sees("/accueil");
    }
    assertThat(strict.openSessions(who)).isEqualTo(2);
  }

  @Test
  void addsAnotherGivesTheFirstUpAndMustKeepTheLast() {
    var who = strict.hire("mathilde", "receptionist", strict.code());
    try (var visitor = visitor()) {
      var key = enrolled(visitor, who);
      visitor.go("/compte").sees("/compte");
      assertThat(visitor.at("passkey")).hasCount(1);
      Look.at(visitor, "compte-cle");
      present(visitor, who);
      visitor.at("remove-passkey").press("Enter");
      assertThat(visitor.page().locator("body")).containsText("Votre site exige un second facteur");
      assertThat(visitor.at("passkey")).hasCount(1);

      present(visitor, who);
      visitor.at("add-passkey").press("Enter");
      assertThat(visitor.at("factor-PASSKEY")).isVisible();
      Look.at(visitor, "compte-cle-nouvelle");
      key.exchange();
      visitor.id("makePasskey").press("Enter");
      assertThat(visitor.at("factor-PASSKEY")).isVisible();
      visitor.type("label", "Poste de la réception").id("makePasskey").press("Enter");
      assertThat(visitor.at("passkey")).hasCount(2);
      Look.at(visitor, "compte-cles");
      present(visitor, who);
      visitor.at("remove-passkey").first().press("Enter");
      assertThat(visitor.at("passkey")).hasCount(1);
      visitor.seesText("passkey", "Poste de la réception");
    }
  }

  @Test
  void addsOneBesideTheAppAndTellsWhenItDoesNotAnswer() {
    var who = free.hire("capucine", "receptionist", free.code());
    try (var visitor = visitor()) {
      var key = new VirtualKey(visitor);
      visitor.signIn(who).go("/compte").sees("/compte");
      visitor.type("factorPassword", who.password()).at("set-up").press("Enter");
      assertThat(visitor.at("factor-SETUP")).isVisible();
      var phone = new Enrolling(visitor).photograph();
      visitor.type("code", phone.next()).at("confirm-factor").press("Enter");
      assertThat(visitor.at("factor-CODES")).isVisible();
      visitor.quiet().at("kept").press("Enter");
      assertThat(visitor.at("factor-HELD")).isVisible();
      visitor.quiet().type("factorPassword", who.password()).type("code", phone.next());
      visitor.at("add-passkey").press("Enter");
      assertThat(visitor.at("factor-PASSKEY")).isVisible();
      visitor.quiet().type("label", "Clé bleue").id("makePasskey").press("Enter");
      assertThat(visitor.at("passkey")).hasCount(1);
      var asked = login(who);
      assertThat(asked.getString("status")).isEqualTo("totp_required");
      assertThat(asked.getJsonArray("factors").getValuesAs(JsonString::getString))
          .containsExactly("totp", "passkey");

      again(visitor, who);
      assertThat(visitor.id("usePasskey")).isVisible();
      key.refuses();
      visitor.id("usePasskey").press("Enter");
      visitor.seesText("passkey-note", "n’a pas répondu");
      Look.at(visitor, "cle-muette");
      visitor.type("code", phone.next()).press("Enter").sees("/accueil");
    }
  }

  @Test
  void refusesAnswersThatWereUsedOrMadeForSomebodyElse() {
    var who = strict.hire("eugenie", "receptionist", strict.code());
    var other = strict.hire("rosalie", "receptionist", strict.code());
    try (var visitor = visitor();
        var second = visitor()) {
      var key = enrolled(visitor, who);
      var foreign = enrolled(second, other);
      var asked = login(who);
      assertThat(asked.getString("status")).isEqualTo("passkey_required");
      assertThat(options(byNumber, challenge(asked)).code()).isEqualTo("passkey-unavailable");

      var signed = key.sign(publicKey(challenge(asked)));
      assertThat(answer(byNumber, challenge(asked), signed).code()).isEqualTo("passkey-refused");
      signed = key.sign(publicKey(challenge(asked)));
      var opened = answer(byName, challenge(asked), signed);
      assertThat(opened.status()).as(opened.toString()).isEqualTo(200);
      var me = byName.bearer(opened.json().getString("accessToken"));
      assertThat(me.get("/auth/factor/passkeys").json().getJsonArray("data")).hasSize(1);
      assertThat(answer(byName, challenge(asked), signed).code()).isEqualTo("challenge-ended");
      var next = challenge(login(who));
      assertThat(answer(byName, next, signed).code()).as("used").isEqualTo("passkey-refused");
      var hers = foreign.sign(publicKey(challenge(login(other))));
      assertThat(answer(byName, next, hers).code()).as("foreign").isEqualTo("passkey-refused");
    }
    assertThat(strict.openSessions(who)).isEqualTo(2);
  }

  @Test
  void refusesACopyAndNotesIt() {
    var who = strict.hire("sidonie", "receptionist", strict.code());
    try (var visitor = visitor()) {
      var key = enrolled(visitor, who);
      var first = challenge(login(who));
      assertThat(answer(byName, first, key.sign(publicKey(first))).status()).isEqualTo(200);
      key.copiedAt(0);
      var challenge = challenge(login(who));
      var copied = key.sign(publicKey(challenge));
      assertThat(answer(byName, challenge, copied).code()).isEqualTo("passkey-refused");
    }
    assertThat(
            Shared.server()
                .owner()
                .number(
                    """
                    select count(*) from medflow.audit_event
                     where action = 'session.refuse' and reason = 'passkey-cloned'
                    """))
        .isEqualTo(1);
  }

  private static VirtualKey enrolled(Visitor visitor, Staff who) {
    var key = new VirtualKey(visitor);
    visitor.go("/connexion").tryDoor(who.username(), who.password());
    visitor.id("makePasskey").press("Enter");
    visitor.id("goOn").press("Enter");
    visitor.sees("/accueil");
    return key;
  }

  private static void again(Visitor visitor, Staff who) {
    visitor.page().context().clearCookies();
    visitor.go("/accueil").sees("/connexion").tryDoor(who.username(), who.password());
  }

  private static void present(Visitor visitor, Staff who) {
    visitor.quiet().id("presentPasskey").press("Enter");
    assertThat(visitor.page().locator("body")).containsText("Clé d’accès présentée");
    visitor.quiet().type("factorPassword", who.password());
  }

  private JsonObject login(Staff who) {
    return byNumber.signIn(who.username(), who.password()).json();
  }

  private static String challenge(JsonObject asked) {
    return asked.getString("challenge");
  }

  private static Reply options(ApiClient caller, String challenge) {
    return caller.post(
        "/auth/passkeys/options", Json.createObjectBuilder().add("challenge", challenge).build());
  }

  private String publicKey(String challenge) {
    return options(byName, challenge).json().getJsonObject("publicKey").toString();
  }

  private static Reply answer(ApiClient caller, String challenge, String credential) {
    var body =
        Json.createObjectBuilder().add("challenge", challenge).add("credential", read(credential));
    return caller.post("/auth/passkeys", body.build());
  }

  private static JsonValue read(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
