package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Launcher;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;

/** Tokens are renewed once each, and end with their session wherever they are. */
class TokensIT {

  private static ClinicFixture clinic;

  private final ApiClient nobody = Shared.server().anonymous();

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "manager");
  }

  @Test
  void renewsATokenOnceAndGivesTheNext() {
    var opened = opened(clinic.staff("receptionist"));
    var renewed = refresh(opened.getString("refreshToken"));
    assertThat(renewed.status()).as(renewed.toString()).isEqualTo(200);
    var next = renewed.json();
    assertThat(next.getString("refreshToken")).isNotEqualTo(opened.getString("refreshToken"));
    assertThat(me(next.getString("accessToken"))).isEqualTo(200);
    assertThat(refresh(next.getString("refreshToken")).status()).isEqualTo(200);
  }

  @Test
  void endsTheWholeFamilyWhenATokenIsShownAgain() {
    var opened = opened(clinic.staff("receptionist"));
    var next = refresh(opened.getString("refreshToken")).json();

    var again = refresh(opened.getString("refreshToken"));
    assertThat(again.status()).as(again.toString()).isEqualTo(401);
    assertThat(again.code()).isEqualTo("session-ended");

    assertThat(me(opened.getString("accessToken"))).isEqualTo(401);
    assertThat(me(next.getString("accessToken"))).isEqualTo(401);
    assertThat(refresh(next.getString("refreshToken")).status()).isEqualTo(401);
    assertThat(reusesSeen()).isPositive();
  }

  @Test
  void letsOneOfTwentyWhoShowTheSameTokenAtOnceIn() {
    var token = opened(clinic.staff("manager")).getString("refreshToken");
    var asked = new ArrayList<CompletableFuture<Reply>>();
    for (int i = 0; i < 20; i++) {
      asked.add(nobody.postLater("/auth/refresh", body("refreshToken", token)));
    }
    var good = asked.stream().map(CompletableFuture::join).filter(r -> r.status() == 200).toList();
    assertThat(good).hasSizeLessThanOrEqualTo(1);
    good.forEach(reply -> assertThat(me(reply.json().getString("accessToken"))).isEqualTo(401));
  }

  @Test
  void refusesWhatIsNoRefreshToken() {
    var opened = opened(clinic.staff("receptionist"));
    for (var wrong : new String[] {"", "x", "a".repeat(43), opened.getString("accessToken")}) {
      assertThat(refresh(wrong).status()).as(wrong).isEqualTo(401);
    }
    assertThat(nobody.bearer(opened.getString("refreshToken")).get("/me").status()).isEqualTo(401);
    assertThat(me(opened.getString("accessToken"))).isEqualTo(200);
  }

  @Test
  void keepsOnlyTheHashOfARefreshToken() {
    var token = opened(clinic.staff("receptionist")).getString("refreshToken");
    var rows =
        Shared.server()
            .owner()
            .strings("select t::text from medflow.refresh_token t order by issued_at");
    assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(token));
    var hex = java.util.HexFormat.of().formatHex(token.getBytes());
    assertThat(rows).noneMatch(row -> row.contains(hex));
  }

  @Test
  void showsMySessionsAndEndsOneOfThem() {
    var who = clinic.hire("nadine", "receptionist", clinic.code());
    var desk = opened(who).getString("accessToken");
    var phone = opened(who).getString("accessToken");

    var sessions = nobody.bearer(desk).get("/auth/sessions").data();
    assertThat(sessions).hasSize(2);
    var other =
        sessions.getValuesAs(JsonObject.class).stream()
            .filter(session -> !session.getBoolean("current"))
            .findFirst()
            .orElseThrow();
    assertThat(nobody.bearer(desk).delete("/auth/sessions/" + other.getString("id")).status())
        .isBetween(200, 204);
    assertThat(me(phone)).isEqualTo(401);
    assertThat(me(desk)).isEqualTo(200);
    assertThat(nobody.bearer(desk).get("/auth/sessions").data()).hasSize(1);
  }

  @Test
  void endsNobodyElsesSession() {
    var mine = opened(clinic.staff("receptionist")).getString("accessToken");
    var who = clinic.staff("manager");
    var theirs = opened(who).getString("accessToken");
    var id = nobody.bearer(theirs).get("/auth/sessions").data().getJsonObject(0).getString("id");
    var refused = nobody.bearer(mine).delete("/auth/sessions/" + id);
    assertThat(refused.status()).as(refused.toString()).isEqualTo(404);
    assertThat(nobody.bearer(mine).delete("/auth/sessions/" + UUID.randomUUID()).status())
        .isEqualTo(404);
    assertThat(me(theirs)).isEqualTo(200);
  }

  @Test
  void changesAPasswordAndEndsTheOtherSessions() {
    var who = clinic.hire("odette", "receptionist", clinic.code());
    var other = opened(who);
    var here = opened(who).getString("accessToken");
    var wanted = "lente paisible girafe 47 du fleuve";

    assertThat(change(here, "not this one at all", wanted).field("current"))
        .isEqualTo("password-wrong");
    assertThat(change(here, who.password(), "short").field("wanted"))
        .isEqualTo("password-too-short");
    assertThat(change(here, who.password(), who.password()).field("wanted"))
        .isEqualTo("password-same");
    assertThat(me(other.getString("accessToken"))).isEqualTo(200);

    var changed = change(here, who.password(), wanted);
    assertThat(changed.status()).as(changed.toString()).isBetween(200, 204);
    assertThat(me(here)).isEqualTo(200);
    assertThat(me(other.getString("accessToken"))).isEqualTo(401);
    assertThat(refresh(other.getString("refreshToken")).status()).isEqualTo(401);
    assertThat(nobody.signIn(who.username(), who.password()).status()).isEqualTo(401);
    assertThat(nobody.signIn(who.username(), wanted).status()).isEqualTo(200);
  }

  @Test
  void signsWithANewKeyAndBelievesTheOldOne() {
    var opened = opened(clinic.staff("receptionist"));
    var server = Shared.server();
    var said = Launcher.run(server.home(), Shared.environment(), "keys", "--rotate-signing");
    assertThat(said.exit()).as(said.output()).isZero();

    assertThat(me(opened.getString("accessToken"))).isEqualTo(200);
    var fresh = opened(clinic.staff("receptionist")).getString("accessToken");
    assertThat(me(fresh)).isEqualTo(200);
    assertThat(kid(fresh)).isNotEqualTo(kid(opened.getString("accessToken")));
    assertThat(said.output()).contains(kid(fresh));
    var known = nobody.get("/auth/jwks").json().getJsonArray("keys");
    assertThat(known.getValuesAs(JsonObject.class))
        .extracting(key -> key.getString("kid"))
        .contains(kid(fresh), kid(opened.getString("accessToken")));
    assertThat(nobody.get("/auth/jwks").body()).doesNotContain("\"d\"");
    assertThat(clinic.as("manager").post("/operator/signing-key").status()).isEqualTo(403);
  }

  private static String kid(String token) {
    var head = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]));
    return Json.createReader(new java.io.StringReader(head)).readObject().getString("kid");
  }

  private JsonObject opened(Staff who) {
    var reply = nobody.signIn(who.username(), who.password());
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.json();
  }

  private Reply refresh(String token) {
    return nobody.post("/auth/refresh", body("refreshToken", token));
  }

  private Reply change(String access, String current, String wanted) {
    var body = Json.createObjectBuilder().add("current", current).add("wanted", wanted).build();
    return nobody.bearer(access).post("/auth/password", body);
  }

  private int me(String access) {
    return nobody.bearer(access).get("/me").status();
  }

  private static JsonObject body(String name, String value) {
    return Json.createObjectBuilder().add(name, value).build();
  }

  private static long reusesSeen() {
    return Shared.server()
        .owner()
        .number("select count(*) from medflow.audit_event where reason = 'refresh-token-reused'");
  }
}
