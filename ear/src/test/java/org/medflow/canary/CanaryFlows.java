package org.medflow.canary;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Medflow;
import org.medflow.harness.Migration;
import org.medflow.harness.PageClient;
import org.medflow.harness.Person;
import org.medflow.harness.Reply;

/** Pushes marked values through every flow of the API there is, and keeps what was refused. */
final class CanaryFlows {

  private static final String HEADER =
      "NumFiche,Noms,Postnom,Prenom,Sexe,Naissance,EtatCivil,Nationalite,Convention,Code,"
          + "Profession,Avenue,Quartier,Commune,Ville,Telephone,Messagerie";

  private final Canaries canaries;
  private final ClinicFixture clinic;
  private final Medflow server;
  private final List<String> refusals = new ArrayList<>();
  private int requests;
  private int people;

  CanaryFlows(Canaries canaries, ClinicFixture clinic) {
    this.canaries = canaries;
    this.clinic = clinic;
    this.server = clinic.server();
  }

  /** Bodies of answers that refused something, without the candidates that they may name. */
  List<String> refusals() {
    return refusals;
  }

  int requests() {
    return requests;
  }

  private Reply told(Reply reply) {
    requests++;
    if (reply.status() >= 400) {
      refusals.add(reply.status() + " " + withoutCandidates(reply));
    }
    return reply;
  }

  private static String withoutCandidates(Reply reply) {
    return reply.code().isEmpty()
        ? reply.body()
        : Json.createObjectBuilder(reply.json()).remove("candidates").build().toString();
  }

  private void page(java.net.http.HttpResponse<String> answer) {
    requests++;
    if (answer.statusCode() >= 400) {
      refusals.add(answer.statusCode() + " " + answer.body());
    }
  }

  void all(Path folder) {
    var made = registers();
    searches(made);
    amends(made);
    joinsAndRemoves();
    signsIn();
    errs();
    imports(folder);
    audits(made);
  }

  private ApiClient desk() {
    return clinic.as("admin");
  }

  private Person somebody(String who) {
    return new Person(
        canaries.word(who + " last name"),
        canaries.word(who + " postnom"),
        canaries.word(who + " first name"),
        "FEMALE",
        LocalDate.of(1941, 3, 9).plusDays(900L * people++),
        List.of(canaries.number(who + " telephone", "+243", "81", 7)),
        canaries.number(who + " national id", "CD", "", 10),
        canaries.secret(who + " e-mail", "%s@exemple.cd").toLowerCase(),
        canaries.secret(who + " street", "12 avenue %s"),
        List.of());
  }

  private JsonObject whole(Person person, String who) {
    var cover =
        Json.createObjectBuilder()
            .add("convention", canaries.word(who + " convention"))
            .add("employeeNumber", canaries.secret(who + " employee number"));
    return Json.createObjectBuilder(person.registration())
        .add("cover", cover)
        .add("emergencyContact", canaries.secret(who + " emergency contact", "Tante %s"))
        .build();
  }

  private UUID registers() {
    var first = somebody("first");
    var keyed = desk().with("Idempotency-Key", UUID.randomUUID().toString());
    var body = whole(first, "first");
    var made = told(keyed.post("/patients", body));
    must(made, 201);
    told(keyed.post("/patients", body));
    told(desk().post("/patients", body));
    told(desk().post("/patients/check-duplicates", first.asked()));
    var same = somebody("second").withNationalId(first.nationalId());
    told(desk().post("/patients", same.registration()));
    told(desk().get("/patients/" + made.id()));
    return made.id();
  }

  private void searches(UUID known) {
    var name = desk().get("/patients/" + known).json().getString("lastName");
    for (var q : List.of(name, canaries.secret("search text"), canaries.secret("typed phrase"))) {
      told(desk().post("/patients/search", object("q", q)));
      told(desk().get("/patients?size=5&q=" + coded(q)));
    }
    var number = canaries.number("searched telephone", "0", "99", 7);
    told(desk().post("/patients/search", object("q", number)));
    var browser = PageClient.signedIn(server, clinic.staff("admin"));
    for (var q : List.of(name, number, canaries.secret("quick search"))) {
      var typed = Map.of("q", q, "mf-token", browser.token("/accueil"));
      page(browser.send("POST", "/recherche", typed, Map.of()));
    }
  }

  private void amends(UUID patient) {
    var path = "/patients/" + patient;
    var person =
        Json.createObjectBuilder()
            .add("firstName", canaries.word("amended first name"))
            .add("email", canaries.secret("amended e-mail", "%s@exemple.cd").toLowerCase())
            .add(
                "phones",
                Json.createArrayBuilder()
                    .add(canaries.number("amended telephone", "+243", "82", 7)));
    var body = Json.createObjectBuilder().add("person", person).build();
    var version = desk().get(path).etag();
    must(told(desk().with("If-Match", version).patch(path, body)), 200);
    told(desk().with("If-Match", version).patch(path, body));
    told(desk().patch(path, body));
  }

  private void joinsAndRemoves() {
    var kept = told(desk().post("/patients", somebody("kept").registration()));
    var doubled = told(desk().post("/patients", somebody("doubled").registration()));
    must(kept, 201);
    must(doubled, 201);
    var path = "/patients/" + kept.id();
    var reason = canaries.word("reason of a merge");
    var merged =
        told(
            desk()
                .post(
                    path + "/merge",
                    object("duplicate", doubled.id().toString(), "reason", reason)));
    var undo = "/merges/%s/undo".formatted(merged.json().getString("id"));
    must(told(desk().post(path + undo, object("reason", canaries.word("reason to undo")))), 200);
    var removal = object("reason", canaries.word("reason to remove"));
    told(desk().json("DELETE", path, removal));
    told(desk().with("If-Match", desk().get(path).etag()).json("DELETE", path, removal));
    told(desk().get(path));
  }

  private void signsIn() {
    var who = clinic.hire("signs-in", "receptionist", clinic.code());
    canaries.known("password", who.password());
    var nobody = server.anonymous();
    told(nobody.signIn(who.username(), canaries.secret("wrong password", "%s et rien 12")));
    told(nobody.signIn(canaries.secret("password typed as a name"), "x"));
    var in = told(nobody.signIn(who.username(), who.password()));
    must(in, 200);
    var access = in.json().getString("accessToken");
    canaries.known("access token", access.substring(access.length() - 40));
    canaries.known("refresh token", in.json().getString("refreshToken"));
    var caller = nobody.bearer(access);
    told(caller.get("/me"));
    told(caller.post("/auth/password", change(canaries.secret("wrong old password"), "x")));
    told(caller.post("/auth/password", change(who.password(), canaries.secret("short one"))));
    var wanted = canaries.secret("new password", "%s du fleuve 47");
    told(caller.post("/auth/password", change(who.password(), wanted)));
    told(nobody.signIn(who.username(), wanted));
    var renewed =
        told(
            nobody.post(
                "/auth/refresh", object("refreshToken", in.json().getString("refreshToken"))));
    canaries.known("second refresh token", renewed.json().getString("refreshToken"));
    told(nobody.post("/auth/refresh", object("refreshToken", in.json().getString("refreshToken"))));
    told(nobody.post("/auth/refresh", object("refreshToken", canaries.secret("no token"))));
    told(nobody.bearer(canaries.secret("bearer of nothing")).get("/me"));
    told(nobody.with("Authorization", "Basic " + canaries.secret("basic")).get("/me"));
    signsInOnThePage(who.username(), wanted);
  }

  private void signsInOnThePage(String username, String password) {
    var browser = PageClient.anonymous(server);
    page(browser.signIn(username, canaries.secret("wrong password on the page")));
    page(browser.signIn(canaries.secret("name on the page"), "x"));
    page(browser.signIn(username, password));
    browser.cookies().entrySet().stream()
        .filter(cookie -> cookie.getValue().length() > 16)
        .forEach(cookie -> canaries.known("cookie " + cookie.getKey(), cookie.getValue()));
    page(browser.get("/accueil"));
  }

  /** Values in places where they are refused. */
  private void errs() {
    var person = Json.createObjectBuilder();
    for (var field : List.of("sex", "birthDate", "birthPrecision", "email", "age", "unknown")) {
      var value = canaries.secret("wrong " + field);
      told(desk().post("/patients", person.add("lastName", "Essai").add(field, value).build()));
    }
    var endless = canaries.secret("endless name", "%s" + "x".repeat(400));
    told(desk().post("/patients", object("lastName", endless, "sex", "MALE")));
    var phone = canaries.number("wrong telephone", "000", "", 12);
    var phones = Json.createArrayBuilder().add(phone);
    told(desk().post("/patients", Json.createObjectBuilder().add("phones", phones).build()));
    tears();
    losesItsWay();
    misusesHeaders();
  }

  private void tears() {
    for (var torn :
        List.of(
            "{\"lastName\": \"" + canaries.secret("torn JSON"),
            "{\"" + canaries.secret("field of torn JSON") + "\": ",
            canaries.secret("no JSON at all"))) {
      told(desk().send("POST", "/patients", BodyPublishers.ofString(torn), "application/json"));
      told(desk().send("POST", "/auth/login", BodyPublishers.ofString(torn), "application/json"));
      told(desk().send("POST", "/patients", BodyPublishers.ofString(torn), "text/plain"));
    }
  }

  private void losesItsWay() {
    var lost = canaries.secret("lost in a path");
    var asked = canaries.secret("asked in an address");
    for (var path :
        List.of(
            "/patients/" + lost,
            "/" + lost,
            "/audit?actor=" + asked,
            "/patients?cursor=" + asked,
            "/migrations/rejects/" + lost,
            "/nothing?name=" + asked)) {
      told(desk().get(path));
      told(server.anonymous().get(path));
    }
    var browser = PageClient.signedIn(server, clinic.staff("admin"));
    for (var path :
        List.of(
            "/patients/" + lost + "/resume",
            "/" + lost,
            "/connexion?x=" + asked,
            "/accueil?name=" + asked)) {
      page(browser.get(path));
      page(PageClient.anonymous(server).get(path));
    }
  }

  private void misusesHeaders() {
    told(desk().patch("/me", object("language", canaries.secret("language"))));
    told(desk().inClinic(canaries.secret("clinic code")).get("/me"));
    told(
        desk()
            .with("If-Match", canaries.secret("version"))
            .patch("/patients/" + UUID.randomUUID(), object("firstName", "Aline")));
  }

  private void imports(Path folder) {
    var code = clinic.code();
    var rows = new ArrayList<String>();
    rows.add(HEADER);
    rows.add(row("A1" + code, "01-07-1985", "good"));
    rows.add(row("B2" + code, "45 ans", "other"));
    rows.add(row("", "01-07-1985", "unnumbered"));
    rows.add(row("D4" + code, "01-07-1985", "too long") + ",trop,de,colonnes");
    rows.add("E5%s,,,%s,F,,,,,,,,,,,,".formatted(code, canaries.word("nameless first name")));
    try {
      Files.write(folder.resolve("LV_Patients.csv"), rows);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    var run = Migration.of(clinic, "csv:" + folder.toAbsolutePath());
    var manager = clinic.as("manager");
    told(manager.get("/migrations/" + run.run() + "/report"));
    told(manager.get("/migrations/" + run.run() + "/report/text"));
    var somebody = told(desk().post("/patients", somebody("linked").registration()));
    must(somebody, 201);
    for (var reject : run.rejects()) {
      var path = "/migrations/rejects/" + reject.getString("id");
      told(manager.get(path));
      told(manager.post(path + "/replay"));
      told(manager.post(path + "/create"));
      told(manager.post(path + "/link", object("patient", somebody.id().toString())));
      told(manager.post(path + "/ignore", object("reason", "ligne d'essai")));
    }
    told(Migration.ask(manager, code, "csv:/nowhere/" + canaries.secret("folder"), false));
  }

  private String row(String number, String born, String who) {
    return String.join(
        ",",
        number,
        canaries.word(who + " imported last name"),
        canaries.word(who + " imported postnom"),
        canaries.word(who + " imported first name"),
        "F",
        born,
        "Marié(e)",
        "Congolaise",
        "",
        "",
        "Infirmier",
        canaries.secret(who + " imported street", "Av. %s 4"),
        "",
        "",
        "Kinshasa",
        canaries.number(who + " imported telephone", "+243", "99", 7),
        "");
  }

  private void audits(UUID patient) {
    for (var path :
        List.of(
            "/audit?size=100", "/audit/patients/" + patient, "/audit/export?about=" + patient)) {
      must(told(desk().with("Accept", "*/*").get(path)), 200);
    }
  }

  private static JsonObject change(String current, String wanted) {
    return object("current", current, "wanted", wanted);
  }

  private static JsonObject object(String... pairs) {
    var builder = Json.createObjectBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      builder.add(pairs[i], pairs[i + 1]);
    }
    return builder.build();
  }

  private static void must(Reply reply, int status) {
    if (reply.status() != status) {
      throw new AssertionError("a flow of its own broke: " + reply);
    }
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
