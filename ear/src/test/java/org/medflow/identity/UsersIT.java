package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medflow.identity.Office.actions;
import static org.medflow.identity.Office.get;
import static org.medflow.identity.Office.id;
import static org.medflow.identity.Office.rolesHeld;
import static org.medflow.identity.Office.texts;
import static org.medflow.identity.Office.token;
import static org.medflow.identity.Office.waiting;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

/** Accounts from the invitation to the day they are shut, and roles that two people give. */
class UsersIT {

  private static final String WANTED = "sept baobabs autour du vieux puits";

  private static ClinicFixture clinic;
  private static ClinicFixture other;
  private static Office office;
  private static Office elsewhere;
  private static Database owner;

  private final ApiClient nobody = Shared.server().anonymous();

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("admin", "receptionist");
    clinic.hire("second", "admin", clinic.code());
    clinic.hire("third", "super_admin", clinic.code());
    other = ClinicFixture.open("admin", "receptionist");
    office = new Office(clinic);
    elsewhere = new Office(other);
    owner = Shared.server().owner();
  }

  @Test
  void takesSomebodyOnFromInvitationToFirstSignIn() {
    var invited = invite(clinic.as("admin"), "mado.kalala" + tail(), "nurse", "receptionist");
    assertThat(invited.status()).as(invited.toString()).isEqualTo(201);
    var id = UUID.fromString(invited.json().getString("user"));
    var person = get(clinic.as("admin"), id);
    assertThat(texts(person, "roles")).isEmpty();
    assertThat(texts(person, "waiting")).containsExactly("nurse", "receptionist");
    assertThat(person.getBoolean("invited")).isTrue();

    var username = person.getString("username");
    assertThat(nobody.signIn(username, "").status()).isEqualTo(401);
    var token = token(invited);
    assertThat(reset(token, "short").field("wanted")).isEqualTo("password-too-short");
    assertThat(reset(token, WANTED).status()).isBetween(200, 204);
    assertThat(reset(token, WANTED).status()).isEqualTo(403);
    assertThat(nobody.signIn(username, WANTED).status()).as("no role yet").isEqualTo(401);

    waiting(id)
        .forEach(request -> assertThat(office.approve("second", request).status()).isLessThan(300));
    var caller = nobody.signedIn(username, WANTED).inClinic(clinic.code());
    assertThat(roles(caller.get("/me").json())).containsExactly("nurse", "receptionist");
    assertThat(actions(id))
        .contains("user.invite", "user.link", "user.role-ask", "user.role-give", "user.password");
  }

  @Test
  void takesNobodyOnWithoutANameOrARole() {
    var empty = clinic.as("admin").post("/users", JsonValue.EMPTY_JSON_OBJECT);
    assertThat(empty.status()).as(empty.toString()).isEqualTo(422);
    for (var field : List.of("username", "firstName", "lastName", "roles")) {
      assertThat(empty.field(field)).as(field).isNotEmpty();
    }
    var username = clinic.staff("admin").username();
    assertThat(invite(clinic.as("admin"), username, "nurse").code()).isEqualTo("username-taken");
    assertThat(invite(clinic.as("admin"), "some.body" + tail(), "dentist").field("roles"))
        .isEqualTo("unknown-role");
  }

  @Test
  void keepsOnlyTheHashOfALinkAndOneOpenLinkAtATime() {
    var who = clinic.hire("lise", "nurse", clinic.code());
    var first = office.link(id(who), 10);
    var second = office.link(id(who), 60);
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(owner.strings("select l::text from medflow.one_time_link l"))
        .noneMatch(row -> row.contains(token(first)));
    assertThat(reset(token(first), WANTED).status()).isEqualTo(403);
    assertThat(reset(token(first), WANTED).code()).isEqualTo("link-expired");
    assertThat(office.link(id(who), 9).field("minutes")).isEqualTo("out-of-range");
    assertThat(office.link(id(who), 61).field("minutes")).isEqualTo("out-of-range");
    owner.update("update medflow.one_time_link set expires_at = now() where user_id = ?", id(who));
    assertThat(reset(token(second), WANTED).status()).isEqualTo(403);
  }

  @Test
  void letsOneOfTwentyWhoShowALinkAtOnceChooseThePassword() {
    var who = clinic.hire("rose", "nurse", clinic.code());
    var open = nobody.signedIn(who.username(), who.password());
    var token = token(office.link(id(who), 30));
    var asked = new ArrayList<CompletableFuture<Reply>>();
    for (int i = 0; i < 20; i++) {
      asked.add(nobody.postLater("/auth/reset", resetting(token, WANTED + " " + i)));
    }
    var well =
        asked.stream().map(CompletableFuture::join).filter(reply -> reply.status() < 300).count();
    assertThat(well).isEqualTo(1);
    assertThat(open.get("/me").status()).as("her old session").isEqualTo(401);
    assertThat(nobody.signIn(who.username(), who.password()).status()).isEqualTo(401);
  }

  @Test
  void shutsAnAccountAtOnceAndOpensItAgain() {
    var who = clinic.hire("guy", "nurse", clinic.code());
    var hers = nobody.signedIn(who.username(), who.password());
    var link = token(office.link(id(who), 30));
    var caller = clinic.as("admin");
    var path = "/users/%s/deactivate".formatted(id(who));
    assertThat(caller.post(path).status()).isEqualTo(428);
    assertThat(caller.with("If-Match", "\"77\"").post(path).code()).isEqualTo("stale-version");

    var shut = caller.with("If-Match", caller.get("/users/" + id(who)).etag()).post(path);
    assertThat(shut.status()).as(shut.toString()).isEqualTo(200);
    assertThat(hers.get("/me").status()).isEqualTo(401);
    assertThat(clinic.openSessions(who)).isZero();
    assertThat(reset(link, WANTED).status()).isEqualTo(403);
    assertThat(office.link(id(who), 30).code()).isEqualTo("account-shut");
    assertThat(nobody.signIn(who.username(), who.password()).status()).isEqualTo(401);
    assertThat(found("active=false&q=" + who.username())).containsExactly(who.username());
    assertThat(found("active=true&q=" + who.username())).isEmpty();

    var again = caller.with("If-Match", shut.etag()).post("/users/%s/activate".formatted(id(who)));
    assertThat(again.status()).as(again.toString()).isEqualTo(200);
    assertThat(nobody.signIn(who.username(), who.password()).status()).isEqualTo(200);
    assertThat(actions(id(who))).contains("user.deactivate", "user.activate");
  }

  @Test
  void endsSessionsAndForgetsASecondFactor() {
    var who = clinic.hire("aline", "nurse", clinic.code());
    var hers = nobody.signedIn(who.username(), who.password());
    var caller = clinic.as("admin");
    var sessions = caller.get("/users/" + id(who)).json().getJsonArray("sessions");
    assertThat(sessions).hasSize(1);
    assertThat(caller.delete("/users/%s/sessions".formatted(id(who))).status()).isLessThan(300);
    assertThat(hers.get("/me").status()).isEqualTo(401);

    var factor = "/users/%s/factor".formatted(id(who));
    assertThat(caller.delete(factor).code()).isEqualTo("no-second-factor");
    owner.update(
        """
        insert into medflow.user_factor (user_id, id, secret_sealed, created_at, confirmed_at)
        values (?, gen_random_uuid(), '\\x00', now(), now())
        """,
        id(who));
    assertThat(get(caller, id(who)).getBoolean("secondFactor")).isTrue();
    assertThat(caller.delete(factor).status()).isLessThan(300);
    assertThat(get(caller, id(who)).getBoolean("secondFactor")).isFalse();
    assertThat(actions(id(who))).contains("user.factor-reset");
  }

  @Test
  void findsNobodyOfAnotherClinic() {
    var stranger = id(other.staff("receptionist"));
    var caller = clinic.as("admin").with("If-Match", "\"0\"");
    for (var path : List.of("", "/link", "/deactivate", "/activate", "/sessions", "/factor")) {
      var method = path.isEmpty() ? "GET" : path.matches("/(sessions|factor)") ? "DELETE" : "POST";
      var reply =
          method.equals("POST")
              ? caller.post("/users/" + stranger + path, JsonValue.EMPTY_JSON_OBJECT)
              : method.equals("GET")
                  ? caller.get("/users/" + stranger)
                  : caller.delete("/users/" + stranger + path);
      assertThat(reply.status()).as(reply.toString()).isEqualTo(404);
    }
    assertThat(office.change("admin", other.staff("receptionist"), "nurse").status())
        .isEqualTo(404);
    assertThat(found("q=" + other.staff("receptionist").username())).isEmpty();
    var request = other.hire("elsewhere", "nurse", other.code());
    other.hire("zweite", "admin", other.code());
    elsewhere.change("admin", request, "nurse", "manager");
    var waiting = waiting(id(request)).get(0);
    assertThat(office.approve("admin", waiting).status()).isEqualTo(404);
    assertThat(office.refuse("admin", waiting).status()).isEqualTo(404);
    assertThat(clinic.as("admin").get("/role-requests").body()).doesNotContain(waiting);
  }

  @Test
  void keepsItsHandsOffAnAccountThatAlsoWorksElsewhere() {
    var both = clinic.hire("deux", "nurse", clinic.code(), other.code());
    var caller = clinic.as("admin");
    assertThat(office.link(id(both), 30).code()).isEqualTo("works-elsewhere");
    assertThat(caller.delete("/users/%s/factor".formatted(id(both))).code())
        .isEqualTo("works-elsewhere");
    var view = caller.get("/users/" + id(both)).json();
    assertThat(view.getBoolean("elsewhere")).isTrue();
    assertThat(view.getJsonArray("clinics")).hasSize(1);
    assertThat(caller.post("/users/%s/link".formatted(id(clinic.staff("admin")))).status())
        .isGreaterThanOrEqualTo(400);
  }

  @Test
  void engagesSomebodyOfAnotherClinicByHerUsername() {
    var known = other.hire("connue", "nurse", other.code());
    var asked =
        Json.createObjectBuilder()
            .add("username", known.username())
            .add("roles", Json.createArrayBuilder().add("cashier"));
    var body = asked.build();
    var engaged = clinic.as("admin").post("/users/engage", body);
    assertThat(engaged.status()).as(engaged.toString()).isEqualTo(200);
    var view = clinic.as("admin").get("/users/" + id(known)).json();
    assertThat(view.getJsonArray("sessions")).isEmpty();
    assertThat(texts(view.getJsonObject("person"), "roles")).isEmpty();
    assertThat(office.link(id(known), 30).code()).isEqualTo("works-elsewhere");
    assertThat(office.approve("second", waiting(id(known)).get(0)).status()).isLessThan(300);
    assertThat(rolesHeld(id(known))).containsExactly("cashier", "nurse");
    var nobodys = Json.createObjectBuilder(body).add("username", "nobody.at.all").build();
    assertThat(clinic.as("admin").post("/users/engage", nobodys).status()).isEqualTo(404);
  }

  @Test
  void pagesThroughTheList() {
    for (int i = 0; i < 6; i++) {
      clinic.hire("page" + i, "orthoptist", clinic.code());
    }
    var seen = new ArrayList<String>();
    var next = "";
    do {
      var reply = clinic.as("admin").get("/users?size=5&q=page" + next);
      reply.data().getValuesAs(JsonObject.class).forEach(row -> seen.add(row.getString("id")));
      var meta = reply.json().getJsonObject("meta");
      next = meta.isNull("next") ? "" : "&cursor=" + meta.getString("next");
    } while (!next.isEmpty());
    assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    assertThat(clinic.as("admin").get("/users?cursor=x").status()).isEqualTo(422);
    assertThat(clinic.as("admin").get("/users?active=maybe").status()).isEqualTo(400);
  }

  @Test
  void givesTheSameAnswerToWhoeverForgotHerPasswordAndToAnybodyElse() {
    var who = clinic.hire("oubli", "nurse", clinic.code());
    var known = forgotten(who.username());
    var unknown = forgotten("nobody.of.this.name");
    assertThat(known.status()).isEqualTo(unknown.status()).isLessThan(300);
    assertThat(known.body()).isEqualTo(unknown.body()).isEmpty();
    assertThat(get(clinic.as("admin"), id(who)).isNull("passwordAskedAt")).isFalse();

    office.link(id(who), 30);
    assertThat(get(clinic.as("admin"), id(who)).isNull("passwordAskedAt")).isTrue();
    for (int i = 0; i < 4; i++) {
      assertThat(forgotten(who.username()).status()).isEqualTo(known.status());
    }
    assertThat(actions(id(who)).stream().filter("user.password-ask"::equals))
        .as("three in an hour are heard")
        .hasSize(3);
  }

  private Reply forgotten(String username) {
    return nobody.post(
        "/auth/forgotten", Json.createObjectBuilder().add("username", username).build());
  }

  private static Reply invite(ApiClient caller, String username, String... roles) {
    return caller.post(
        "/users",
        Json.createObjectBuilder()
            .add("username", username)
            .add("firstName", "Mado")
            .add("lastName", "Kalala")
            .add("roles", Json.createArrayBuilder(List.of(roles)))
            .build());
  }

  private Reply reset(String token, String wanted) {
    return nobody.post("/auth/reset", resetting(token, wanted));
  }

  private static JsonObject resetting(String token, String wanted) {
    return Json.createObjectBuilder().add("token", token).add("wanted", wanted).build();
  }

  private static List<String> found(String query) {
    return clinic.as("admin").get("/users?" + query).data().getValuesAs(JsonObject.class).stream()
        .map(row -> row.getString("username"))
        .toList();
  }

  private static List<String> roles(JsonObject me) {
    return texts(me, "roles");
  }

  private static String tail() {
    return String.valueOf(System.nanoTime() % 1_000_000);
  }
}
