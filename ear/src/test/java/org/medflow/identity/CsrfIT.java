package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Database;
import org.medflow.harness.PageClient;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.harness.Staff;

/**
 * Whoever makes a browser send something, it does nothing without the token that our own page gave
 * to this very session. Addresses are the pages of permissions.csv and every servlet of the source.
 */
class CsrfIT {

  private static final Pattern SERVLET = Pattern.compile("@WebServlet\\((?:\"([^\"]+)\"|[^)]*)\\)");
  private static final List<String> METHODS = List.of("POST", "PUT", "PATCH", "DELETE");
  private static final String FIELD = "mf-token";
  private static final String HEADER = "X-MF-Token";

  private static ClinicFixture clinic;
  private static Staff who;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open();
    var second = ClinicFixture.open();
    who = clinic.hire("two-clinics", "admin", clinic.code(), second.code());
  }

  @Test
  void refusesEveryChangeWithoutTheTokenOfThisSession() throws IOException {
    var browser = PageClient.signedIn(Shared.server(), who);
    var elsewhere = PageClient.signedIn(Shared.server(), who).token("/accueil");
    var own = browser.token("/accueil");
    var before = state();
    var wrong = new ArrayList<String>();
    int tried = 0;
    for (var address : addresses()) {
      for (var method : METHODS) {
        for (var token : List.of("", "wrong", elsewhere, altered(own))) {
          var answers = new ArrayList<HttpResponse<String>>();
          answers.add(browser.send(method, address, Map.of(), header(token)));
          if (method.equals("POST")) {
            answers.add(browser.send(method, address, fields(token), Map.of()));
          }
          tried += answers.size();
          answers.stream()
              .filter(answer -> answer.statusCode() != 403)
              .forEach(answer -> wrong.add(answer.statusCode() + " " + method + " " + address));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(state()).isEqualTo(before);
    assertThat(browser.get("/compte").statusCode()).isEqualTo(200);
    Report.line("forged forms: %d addresses, %d tries, none believed", addresses().size(), tried);
  }

  @Test
  void refusesTheRightTokenFromAnotherSite() throws IOException {
    var browser = PageClient.signedIn(Shared.server(), who);
    var own = browser.token("/accueil");
    var before = state();
    for (var address : addresses()) {
      for (var foreign :
          List.of(
              Map.of("Origin", "https://evil.example"),
              Map.of("Origin", "null"),
              Map.of("Sec-Fetch-Site", "cross-site"),
              Map.of("Sec-Fetch-Site", "same-site"))) {
        var answer = browser.send("POST", address, fields(own), foreign);
        assertThat(answer.statusCode()).as(address + " " + foreign).isEqualTo(403);
      }
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void refusesAWholeFormWhoseTokenWasTakenOut() {
    var browser = PageClient.signedIn(Shared.server(), who);
    var form = browser.form("/patients/nouveau", "f");
    assertThat(form).containsKeys(FIELD, "jakarta.faces.ViewState");
    form.remove(FIELD);
    form.put("lastName", "Forgé");
    assertThat(browser.send("POST", "/patients/nouveau", form, Map.of()).statusCode())
        .isEqualTo(403);
    var script = Map.of("Faces-Request", "partial/ajax");
    assertThat(browser.send("POST", "/patients/nouveau", form, script).body())
        .contains("<redirect url=\"/erreur/formulaire");
  }

  @Test
  void keepsTheDoorItselfShutToForgedForms() {
    var mine = PageClient.anonymous(Shared.server());
    var form = mine.form("/connexion", "signIn");
    form.putAll(Map.of("username", who.username(), "password", who.password(), "enter", "enter"));
    var open = clinic.openSessions(who);
    var planted = PageClient.anonymous(Shared.server());
    planted.get("/connexion");
    assertThat(planted.send("POST", "/connexion", form, Map.of()).statusCode()).isEqualTo(403);
    assertThat(
            PageClient.anonymous(Shared.server())
                .send("POST", "/connexion", form, Map.of())
                .statusCode())
        .as("without the cookie")
        .isEqualTo(403);
    assertThat(clinic.openSessions(who)).isEqualTo(open);
    assertThat(mine.send("POST", "/connexion", form, Map.of()).statusCode()).isEqualTo(302);
    assertThat(clinic.openSessions(who)).isEqualTo(open + 1);
  }

  @Test
  void believesItsOwnFormsAndScripts() {
    var browser = PageClient.signedIn(Shared.server(), who);
    var own = browser.token("/accueil");
    var preference = Map.of("theme", "dark");
    assertThat(browser.send("POST", "/preferences", preference, header(own)).statusCode())
        .isEqualTo(204);
    assertThat(browser.send("POST", "/en-direct", Map.of(), header(own)).statusCode())
        .isEqualTo(200);
    var leave = browser.send("POST", "/deconnexion", fields(own), Map.of());
    assertThat(leave.statusCode()).isEqualTo(302);
    assertThat(leave.headers().firstValue("Location")).hasValue(at("/connexion?sortie=1"));
  }

  @Test
  void sendsWhoseSessionIsOverToTheDoorAndChangesNothing() {
    var browser = PageClient.signedIn(Shared.server(), who);
    var own = browser.token("/accueil");
    browser.send("POST", "/deconnexion", fields(own), Map.of());
    var late = browser.send("POST", "/site", fields(own), Map.of());
    assertThat(late.statusCode()).isEqualTo(302);
    assertThat(late.headers().firstValue("Location").orElse("")).contains("/connexion");
    assertThat(browser.send("POST", "/preferences", Map.of(), header(own)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void writesDownEveryForgedForm() {
    var browser = PageClient.signedIn(Shared.server(), who);
    var before = refusals();
    browser.send("POST", "/deconnexion", Map.of(), Map.of());
    browser.send("POST", "/compte", Map.of(), Map.of());
    assertThat(refusals()).isEqualTo(before + 2);
  }

  /** The API takes no cookies, so nothing can be forged there. */
  @Test
  void apiDoesNotKnowTheCookieOfThePages() {
    var browser = PageClient.signedIn(Shared.server(), who);
    assertThat(browser.get("/accueil").statusCode()).isEqualTo(200);
    assertThat(browser.cookies()).containsKey("MFSID");
    var api =
        Shared.server().anonymous().with("Accept", "*/*").with("Cookie", browser.cookieHeader());
    for (var way : Expectation.all("route")) {
      if (!way.open()) {
        var answer = api.json(way.method(), way.tried(), JsonValue.EMPTY_JSON_OBJECT);
        assertThat(answer.status()).as(way.named()).isEqualTo(401);
      }
    }
  }

  /** A page may be open to strangers; what they see costs them no session all the same. */
  @Test
  void bindsStrangersToACookieThatIsNoSession() {
    var cookies =
        ApiClient.anonymous(Shared.server().pages())
            .get("/connexion")
            .http()
            .headers()
            .allValues("Set-Cookie");
    assertThat(cookies).singleElement().asString().startsWith("mf-visite=").contains("HttpOnly");
  }

  private static Map<String, String> fields(String token) {
    return Map.of("theme", "light", "clinic", clinic.id().toString(), FIELD, token);
  }

  private static Map<String, String> header(String token) {
    return Map.of(HEADER, token);
  }

  private static String altered(String token) {
    return (token.startsWith("A") ? "B" : "A") + token.substring(1);
  }

  private static String at(String path) {
    return Shared.server().pages().resolve(path).toString();
  }

  private static long refusals() {
    return count("refused");
  }

  private static long count(String outcome) {
    return Shared.server()
        .owner()
        .number(
            """
            select count(*) from medflow.audit_event a
              join medflow.app_user u on u.id = a.actor_id
             where u.username = ? and a.outcome = ?
            """,
            who.username(),
            outcome);
  }

  /** Everything a forged form of these addresses could have changed, and the deeds written down. */
  private static List<String> state() {
    Database owner = Shared.server().owner();
    var state =
        new ArrayList<>(
            owner.strings(
                """
                select concat_ws(' ', u.theme, u.density, u.language, u.password_hash, s.id,
                                 s.clinic_id, s.ended_at)
                  from medflow.app_user u join medflow.user_session s on s.user_id = u.id
                 where u.username = ? order by s.id
                """,
                who.username()));
    state.add("deeds " + count("done"));
    return state;
  }

  /** Pages by their addresses, then servlets as the source names them. */
  private static List<String> addresses() throws IOException {
    var found = new ArrayList<>(Expectation.all("page").stream().map(Expectation::tried).toList());
    var sources = Settings.root().resolve("web-module/pages/src/main/java");
    try (var files = Files.walk(sources)) {
      for (var file : files.filter(one -> one.toString().endsWith("Servlet.java")).toList()) {
        var text = Files.readString(file);
        var servlet = SERVLET.matcher(text);
        if (text.contains("void doPost") && servlet.find()) {
          assertThat(servlet.group(1)).as("%s", file).isNotNull();
          found.add(servlet.group(1));
        }
      }
    }
    assertThat(found).contains("/deconnexion", "/site", "/preferences", "/compte", "/connexion");
    return found;
  }
}
