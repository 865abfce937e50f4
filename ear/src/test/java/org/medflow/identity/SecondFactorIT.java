package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.Authenticator;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.PageClient;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;

/** Where a second factor is wanted, nobody is in without one; each code is good once. */
class SecondFactorIT {

  private static final String SHORT = "vQ7kz9Lm2xTp";
  private static final String LONGER = "quatre pirogues bleues au large";

  private static ClinicFixture clinic;

  private final ApiClient nobody = Shared.server().anonymous();

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.strict(Shared.server());
  }

  /** Somebody with an authenticator and her recovery codes. */
  private record Enrolled(Staff who, Authenticator phone, List<String> codes, String token) {}

  @Test
  void wantsOneWhereTheClinicDoes() {
    var who = clinic.hire("nadine", "receptionist", clinic.code());
    var asked = login(who);
    assertThat(asked.getString("status")).isEqualTo("enrolment_required");
    assertThat(asked.keySet()).containsExactlyInAnyOrder("status", "challenge");
    assertThat(clinic.openSessions(who)).isZero();
    var challenge = asked.getString("challenge");
    assertThat(nobody.bearer(challenge).get("/me").status()).isEqualTo(401);
    assertThat(step("", challenge, "000000").code()).isEqualTo("challenge-ended");

    var offered = step("/enrolment", challenge, null).json();
    assertThat(offered.getString("uri"))
        .startsWith("otpauth://totp/MedFlow%3A" + who.username())
        .contains("secret=" + offered.getString("secret"));
    assertThat(step("/confirm", challenge, "12345").status()).isEqualTo(401);
    var phone = new Authenticator(offered.getString("secret"));
    var opened = step("/confirm", challenge, phone.next());
    assertThat(opened.status()).as(opened.toString()).isEqualTo(200);
    assertThat(opened.json().getJsonArray("recoveryCodes")).hasSize(10);
    assertThat(me(opened.json().getString("accessToken"))).isEqualTo(200);
    assertThat(step("/confirm", challenge, phone.next()).status()).isEqualTo(401);
  }

  @Test
  void asksForACodeAndTakesEachOnce() {
    var enrolled = enrolled("odile");
    var asked = login(enrolled.who());
    assertThat(asked.getString("status")).isEqualTo("totp_required");
    var challenge = asked.getString("challenge");
    assertThat(step("", challenge, enrolled.phone().again()).code()).isEqualTo("wrong-code");
    assertThat(step("", challenge, enrolled.phone().off(4)).code()).isEqualTo("wrong-code");
    var code = enrolled.phone().next();
    var opened = step("", challenge, code);
    assertThat(opened.status()).as(opened.toString()).isEqualTo(200);
    assertThat(me(opened.json().getString("accessToken"))).isEqualTo(200);

    var another = login(enrolled.who()).getString("challenge");
    assertThat(step("", another, code).status()).isEqualTo(401);
    assertThat(step("", challenge, enrolled.phone().next()).code()).isEqualTo("challenge-ended");
  }

  @Test
  void letsOneOfTwentyWithTheSameCodeIn() {
    var enrolled = enrolled("brigitte");
    var challenges = new ArrayList<String>();
    for (int i = 0; i < 20; i++) {
      challenges.add(login(enrolled.who()).getString("challenge"));
    }
    var code = enrolled.phone().next();
    var asked = new ArrayList<CompletableFuture<Reply>>();
    challenges.forEach(one -> asked.add(nobody.postLater("/auth/totp", body(one, code))));
    var in = asked.stream().map(CompletableFuture::join).filter(r -> r.status() == 200).count();
    assertThat(in).isEqualTo(1);
  }

  @Test
  void opensWithARecoveryCodeOnce() {
    var enrolled = enrolled("solange");
    var code = enrolled.codes().get(3).toLowerCase();
    var opened = step("", login(enrolled.who()).getString("challenge"), code);
    assertThat(opened.status()).as(opened.toString()).isEqualTo(200);
    var token = opened.json().getString("accessToken");
    assertThat(nobody.bearer(token).get("/auth/factor").json().getInt("codesLeft")).isEqualTo(9);
    assertThat(step("", login(enrolled.who()).getString("challenge"), code).status())
        .isEqualTo(401);
    assertThat(
            Shared.server()
                .owner()
                .number("select count(*) from medflow.audit_event where reason = 'recovery-code'"))
        .isPositive();
  }

  @Test
  void keepsNeitherSecretsNorCodesInClear() {
    var enrolled = enrolled("pascaline");
    var rows =
        Shared.server()
            .owner()
            .strings(
                "select f::text from medflow.user_factor f union all select code_hash "
                    + "from medflow.recovery_code");
    for (var code : enrolled.codes()) {
      assertThat(rows).noneMatch(row -> row.contains(code.replace("-", "")));
    }
    assertThat(rows.stream().filter(row -> row.startsWith("$argon2id$")).count())
        .isGreaterThanOrEqualTo(10);
  }

  @Test
  void wantsAFreshPasswordAndACodeForChanges() {
    var enrolled = enrolled("viviane");
    var me = nobody.bearer(enrolled.token());
    stale(enrolled.who());
    assertThat(me.post("/auth/factor/recovery-codes", body(null, "000000")).code())
        .isEqualTo("reauthentication-required");
    var wrong = Json.createObjectBuilder().add("password", "not hers at all, no").build();
    assertThat(me.post("/auth/reauthenticate", wrong).field("password"))
        .isEqualTo("password-wrong");
    var right = Json.createObjectBuilder().add("password", enrolled.who().password()).build();
    assertThat(me.post("/auth/reauthenticate", right).status()).isBetween(200, 204);
    assertThat(me.post("/auth/factor/recovery-codes", body(null, "000000")).field("code"))
        .isEqualTo("wrong-code");
    var codes = me.post("/auth/factor/recovery-codes", body(null, enrolled.phone().next()));
    assertThat(strings(codes.json())).hasSize(10).doesNotContainAnyElementsOf(enrolled.codes());
    assertThat(me.post("/auth/factor/removal", body(null, enrolled.phone().next())).code())
        .isEqualTo("factor-required");
  }

  @Test
  void setsAnotherAuthenticatorUpAgainstACodeOfTheFirst() {
    var enrolled = enrolled("agathe");
    var me = nobody.bearer(enrolled.token());
    assertThat(me.post("/auth/factor", body(null, "000000")).field("code")).isEqualTo("wrong-code");
    var begun = me.post("/auth/factor", body(null, enrolled.phone().next())).json();
    var phone = new Authenticator(begun.getString("secret"));
    var other = nobody.bearer(enrolled("marthe").token());
    assertThat(
            other
                .post("/auth/factor/confirm", body(begun.getString("challenge"), phone.off(0)))
                .code())
        .isEqualTo("challenge-ended");
    var done = me.post("/auth/factor/confirm", body(begun.getString("challenge"), phone.next()));
    assertThat(strings(done.json())).hasSize(10);
    var challenge = login(enrolled.who()).getString("challenge");
    assertThat(step("", challenge, enrolled.phone().next()).status()).isEqualTo(401);
    assertThat(step("", challenge, phone.next()).status()).isEqualTo(200);
  }

  @Test
  void cannotBeReplacedByWhoeverBeganEarlierWithThePassword() {
    var who = clinic.hire("clarisse", "receptionist", clinic.code());
    var thief = login(who).getString("challenge");
    var phone = new Authenticator(secret(thief));
    enrol(who);
    assertThat(step("/confirm", thief, phone.next()).status()).isEqualTo(401);
  }

  @Test
  void wantsALongerPasswordOnceTheFactorItLeantOnIsGone() {
    var house = ClinicFixture.open("receptionist");
    var office = house.as("admin");
    want(house, "required");
    var enrolled = enrol(house.hire("henriette", "receptionist", house.code()));
    var who = enrolled.who();
    var change = Json.createObjectBuilder().add("current", who.password()).add("wanted", SHORT);
    var changed = nobody.bearer(enrolled.token()).post("/auth/password", change.build());
    assertThat(changed.status()).as(changed.toString()).isBetween(200, 204);
    assertThat(nobody.signIn(who.username(), SHORT).json().getString("status"))
        .isEqualTo("totp_required");

    want(house, "optional");
    assertThat(office.delete("/users/%s/factor".formatted(Office.id(who))).status())
        .isBetween(200, 204);
    var page = PageClient.anonymous(Shared.server()).signIn(who.username(), SHORT);
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location").orElseThrow())
        .contains("/acces?court=1&token=");
    var asked = nobody.signIn(who.username(), SHORT).json();
    assertThat(asked.getString("status")).isEqualTo("longer_password_required");
    assertThat(asked.keySet()).containsExactlyInAnyOrder("status", "challenge");
    assertThat(house.openSessions(who)).isZero();

    assertThat(reset(asked, SHORT + "x").field("wanted")).isEqualTo("password-too-short");
    assertThat(reset(asked, LONGER).status()).isBetween(200, 204);
    assertThat(nobody.signIn(who.username(), SHORT).status()).isEqualTo(401);
    var opened = nobody.signIn(who.username(), LONGER).json();
    assertThat(me(opened.getString("accessToken"))).isEqualTo(200);
  }

  private static void want(ClinicFixture house, String factor) {
    Shared.server()
        .owner()
        .update("update medflow.clinic set second_factor = ? where id = ?", factor, house.id());
  }

  private Reply reset(JsonObject asked, String wanted) {
    var body = Json.createObjectBuilder().add("token", asked.getString("challenge"));
    return nobody.post("/auth/reset", body.add("wanted", wanted).build());
  }

  private Enrolled enrolled(String name) {
    return enrol(clinic.hire(name, "receptionist", clinic.code()));
  }

  private Enrolled enrol(Staff who) {
    var challenge = login(who).getString("challenge");
    var phone = new Authenticator(secret(challenge));
    var opened = step("/confirm", challenge, phone.next()).json();
    return new Enrolled(who, phone, strings(opened), opened.getString("accessToken"));
  }

  private String secret(String challenge) {
    return step("/enrolment", challenge, null).json().getString("secret");
  }

  private static List<String> strings(JsonObject json) {
    return json.getJsonArray("recoveryCodes").getValuesAs(JsonString::getString);
  }

  private static void stale(Staff who) {
    Shared.server()
        .owner()
        .update(
            """
            update medflow.user_session set proven_at = now() - interval '6 minutes'
             where user_id = (select id from medflow.app_user where username = ?)
            """,
            who.username());
  }

  private JsonObject login(Staff who) {
    return nobody.signIn(who.username(), who.password()).json();
  }

  private Reply step(String path, String challenge, String code) {
    return nobody.post("/auth/totp" + path, body(challenge, code));
  }

  private static JsonObject body(String challenge, String code) {
    var body = Json.createObjectBuilder();
    if (challenge != null) {
      body.add("challenge", challenge);
    }
    if (code != null) {
      body.add("code", code);
    }
    return body.build();
  }

  private int me(String access) {
    return nobody.bearer(access).get("/me").status();
  }
}
