package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Shared;
import org.medflow.identity.Attacks.Answer;

/** Access tokens that look like the house's and are not, each in one way. */
@Tag("identity")
class ForgedTokenFaultIT {

  private static final Forge FORGE = new Forge();
  private static final String BELIEVED = UUID.randomUUID().toString();
  private static final AtomicInteger ASKED = new AtomicInteger();

  private static ClinicFixture clinic;
  private static ClinicFixture other;
  private static String genuine;
  private static String kid;
  private static HttpServer strange;

  @BeforeAll
  static void open() throws IOException {
    clinic = ClinicFixture.open("receptionist");
    other = ClinicFixture.open("receptionist");
    genuine = token(clinic);
    kid = Forge.header(genuine).getString("kid");
    strange = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    strange.createContext("/", exchange -> ASKED.incrementAndGet());
    strange.start();
    plantAKeyThatIsBelieved();
  }

  @AfterAll
  static void close() {
    strange.stop(0);
    Shared.server().owner().update("delete from medflow.signing_key where kid = ?", BELIEVED);
  }

  /** The owner of the database could do that: with it, claims alone make the difference. */
  private static void plantAKeyThatIsBelieved() {
    Shared.server()
        .owner()
        .update(
            """
            insert into medflow.signing_key
              (kid, id, private_sealed, public_der, created_at, retired_at)
            values (?, ?, '\\x00', ?, now(), now() + interval '1 hour')
            """,
            BELIEVED,
            UUID.randomUUID(),
            FORGE.publicKey().getEncoded());
    var rotated = Shared.server().operator().post("/operator/signing-key");
    assertThat(rotated.status()).as(rotated.toString()).isEqualTo(200);
  }

  private static String token(ClinicFixture where) {
    var who = where.staff("receptionist");
    return Shared.server()
        .anonymous()
        .signIn(who.username(), who.password())
        .json()
        .getString("accessToken");
  }

  @Test
  void refusesEveryTokenThatTheHouseDidNotSign() {
    try (var attacks = new Attacks("forged-tokens")) {
      assertThat(shown(genuine).status()).isEqualTo(200);
      strangers().forEach((what, token) -> attacks.make(what, () -> shown(token)));
      assertThat(shown(genuine).status()).isEqualTo(200);
      attacks.assertNobodyIn(", %d calls of a foreign key server".formatted(ASKED.get()));
      assertThat(ASKED.get()).isZero();
    }
  }

  @Test
  void believesAKeyOfTheHouseOnlyWithEveryClaimInOrder() {
    var header = Json.createObjectBuilder().add("alg", "ES256").add("typ", "at+jwt");
    var head = header.add("kid", BELIEVED).build();
    var claims = fresh(genuine);
    try (var attacks = new Attacks("claims")) {
      assertThat(shown(FORGE.es256(head, claims)).status()).as("in order").isEqualTo(200);
      wrongClaims(claims)
          .forEach((what, wrong) -> attacks.make(what, () -> shown(FORGE.es256(head, wrong))));
      for (var type : List.of("refresh+jwt", "id_token", "JWE", "")) {
        var strange = Forge.with(head, "typ", type);
        attacks.make("typ " + type, () -> shown(FORGE.es256(strange, claims)));
      }
      var untyped = Forge.with(head, "typ", (JsonValue) null);
      attacks.make("no typ", () -> shown(FORGE.es256(untyped, claims)));
      attacks.assertNobodyIn("");
    }
  }

  @Test
  void letsNobodyIntoAnotherClinicWithAToken() {
    var mine = Shared.server().anonymous().bearer(genuine);
    var theirs = Shared.server().anonymous().bearer(token(other));
    var patient = clinic.registered(clinic.people().complete()).id();
    try (var attacks = new Attacks("other-clinic")) {
      assertThat(mine.inClinic(clinic.code()).get("/patients/" + patient).status()).isEqualTo(200);
      for (var asked : List.of(clinic.code(), clinic.id().toString())) {
        var there = theirs.inClinic(asked);
        attacks.make("/me in " + asked, () -> Answer.of(there.get("/me")));
        attacks.make("a patient in " + asked, () -> Answer.of(there.get("/patients/" + patient)));
      }
      attacks.make("a patient", () -> Answer.of(theirs.get("/patients/" + patient)));
      attacks.assertNobodyIn("");
    }
  }

  private static Answer shown(String token) {
    return Answer.of(Shared.server().anonymous().bearer(token).get("/me"));
  }

  /** The claims of a genuine token, issued now. */
  private static JsonObject fresh(String token) {
    long now = Instant.now().getEpochSecond();
    var claims = Forge.with(Forge.claims(token), "iat", Json.createValue(now));
    return Forge.with(claims, "exp", Json.createValue(now + 600));
  }

  private static Map<String, JsonObject> wrongClaims(JsonObject sound) {
    long now = Instant.now().getEpochSecond();
    var wrong = new LinkedHashMap<String, JsonObject>();
    wrong.put("expired", changed(sound, "exp", now - 90, "iat", now - 700));
    wrong.put("lives for a day", changed(sound, "exp", now + 86_400, "iat", now));
    wrong.put("not yet", Forge.with(sound, "nbf", Json.createValue(now + 600)));
    wrong.put("other issuer", Forge.with(sound, "iss", "https://medflow.example"));
    wrong.put("other audience", Forge.with(sound, "aud", "medflow-pages"));
    wrong.put("session unknown", Forge.with(sound, "sid", UUID.randomUUID().toString()));
    wrong.put("session no id", Forge.with(sound, "sid", "' or true --"));
    wrong.put("session a number", Forge.with(sound, "sid", Json.createValue(7)));
    wrong.put("session ended", Forge.with(sound, "sid", endedSession()));
    for (var claim : List.of("exp", "iss", "aud", "sid")) {
      wrong.put("no " + claim, Forge.with(sound, claim, (JsonValue) null));
    }
    return wrong;
  }

  private static JsonObject changed(JsonObject sound, String a, long one, String b, long other) {
    return Forge.with(Forge.with(sound, a, Json.createValue(one)), b, Json.createValue(other));
  }

  private static String endedSession() {
    var token = token(clinic);
    Shared.server().anonymous().bearer(token).post("/auth/logout");
    return Forge.claims(token).getString("sid");
  }

  private static Map<String, String> strangers() {
    var all = new LinkedHashMap<String, String>();
    all.putAll(unsigned());
    all.putAll(secretsThatArePublic());
    all.putAll(foreignKeys());
    all.putAll(foreignIds());
    all.putAll(tornSignatures());
    return all;
  }

  private static Map<String, String> unsigned() {
    var all = new LinkedHashMap<String, String>();
    for (var none : List.of("none", "None", "NONE", "nOnE", "")) {
      var text = Forge.text(Forge.with(head(), "alg", none), Forge.claims(genuine));
      all.put("alg '" + none + "'", text + ".");
      all.put("alg '" + none + "' with a signature", text + "." + Forge.signature(genuine));
    }
    var missing = Forge.with(head(), "alg", (JsonValue) null);
    all.put("no alg", Forge.text(missing, Forge.claims(genuine)) + ".");
    return all;
  }

  /** The public key taken for the secret of a MAC, in every form in which it is published. */
  private static Map<String, String> secretsThatArePublic() {
    var jwks = Shared.server().anonymous().get("/auth/jwks");
    var published =
        jwks.json().getJsonArray("keys").getValuesAs(JsonObject.class).stream()
            .filter(key -> key.getString("kid").equals(kid))
            .findFirst()
            .orElseThrow();
    var der =
        Shared.server()
            .owner()
            .list(
                "select public_der from medflow.signing_key where kid = ?",
                row -> row.getBytes(1),
                kid)
            .get(0);
    var pem =
        "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(der));
    var secrets = new LinkedHashMap<String, byte[]>();
    secrets.put("DER", der);
    secrets.put("PEM", pem.getBytes(StandardCharsets.UTF_8));
    secrets.put("JWK", published.toString().getBytes(StandardCharsets.UTF_8));
    secrets.put("x", Base64.getUrlDecoder().decode(published.getString("x")));
    secrets.put("key id", kid.getBytes(StandardCharsets.UTF_8));
    secrets.put("a zero", new byte[1]);
    var all = new LinkedHashMap<String, String>();
    for (var alg : List.of("HS256", "HS384", "HS512")) {
      secrets.forEach(
          (what, secret) ->
              all.put(
                  alg + " with " + what,
                  Forge.hmac(Forge.with(head(), "alg", alg), Forge.claims(genuine), secret)));
    }
    return all;
  }

  private static Map<String, String> foreignKeys() {
    var claims = Forge.claims(genuine);
    var url = "http://127.0.0.1:%d/keys".formatted(strange.getAddress().getPort());
    var all = new LinkedHashMap<String, String>();
    all.put("foreign key under our id", FORGE.es256(head(), claims));
    all.put("foreign key, DER signature", FORGE.der(head(), claims));
    all.put("RS256 under our id", FORGE.rs256(Forge.with(head(), "alg", "RS256"), claims));
    all.put("ES384", FORGE.es256(Forge.with(head(), "alg", "ES384"), claims));
    for (var name : List.of("jku", "x5u")) {
      all.put(name, FORGE.es256(Forge.with(head(), name, url), claims));
      var strangeId = Forge.with(Forge.with(head(), name, url), "kid", "strange");
      all.put(name + " with an id of its own", FORGE.es256(strangeId, claims));
    }
    for (var id : List.of(kid, "strange")) {
      var carried = Forge.with(Forge.with(head(), "kid", id), "jwk", FORGE.jwk(id));
      all.put("jwk in the header as " + id, FORGE.es256(carried, claims));
    }
    var chain = Json.createArrayBuilder().add("MIIB").build();
    all.put("x5c", FORGE.es256(Forge.with(head(), "x5c", chain), claims));
    var critical = Forge.with(head(), "crit", Json.createArrayBuilder().add("b64").build());
    all.put("crit b64", FORGE.es256(Forge.with(critical, "b64", JsonValue.FALSE), claims));
    return all;
  }

  private static Map<String, String> foreignIds() {
    var claims = Forge.claims(genuine);
    var all = new LinkedHashMap<String, String>();
    for (var id :
        List.of(
            "",
            "0",
            UUID.randomUUID().toString(),
            "../../../../dev/null",
            "' union select public_der --",
            "file:///dev/null",
            kid.toUpperCase(),
            "k".repeat(2_000))) {
      all.put("key id " + id, FORGE.es256(Forge.with(head(), "kid", id), claims));
    }
    all.put("no key id", FORGE.es256(Forge.with(head(), "kid", (JsonValue) null), claims));
    var number = Forge.with(head(), "kid", Json.createValue(1));
    all.put("a number as key id", FORGE.es256(number, claims));
    return all;
  }

  private static Map<String, String> tornSignatures() {
    var signature = Base64.getUrlDecoder().decode(Forge.signature(genuine));
    var text = genuine.substring(0, genuine.lastIndexOf('.'));
    var mine = Forge.claims(genuine);
    var all = new LinkedHashMap<String, String>();
    all.put("no signature", text + ".");
    all.put("two parts", text);
    all.put("five parts", genuine + ".e30.e30");
    all.put("zeros as signature", text + "." + Forge.coded(new byte[64]));
    all.put("half a signature", text + "." + Forge.coded(java.util.Arrays.copyOf(signature, 32)));
    all.put("a longer signature", text + "." + Forge.coded(java.util.Arrays.copyOf(signature, 65)));
    for (var claim : List.of("sub", "sid", "upn")) {
      var stolen = Forge.with(mine, claim, Forge.claims(token(other)).getString(claim));
      all.put("another's " + claim, Forge.text(head(), stolen) + "." + Forge.signature(genuine));
    }
    var longer = Forge.with(mine, "exp", Json.createValue(mine.getInt("exp") + 60));
    all.put("a minute more", Forge.text(head(), longer) + "." + Forge.signature(genuine));
    return all;
  }

  private static JsonObject head() {
    return Forge.header(genuine);
  }
}
