package org.medflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.PageClient;
import org.medflow.harness.Shared;
import org.medflow.identity.Ways;

/** What every answer tells the browser, whoever asks for whatever. */
class HeadersIT {

  private static final Pattern FILE =
      Pattern.compile("(?:href|src)=\"(/jakarta.faces.resource/[^\"]+)\"");
  private static final String POLICY = "Content-Security-Policy";
  private static final String DATA_ONLY = "default-src 'none'; frame-ancestors 'none'";

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("admin");
  }

  @Test
  void everyPageSaysWhoMayShowAndKeepIt() {
    for (var browser :
        List.of(
            PageClient.anonymous(Shared.server()),
            PageClient.signedIn(Shared.server(), clinic.staff("admin")))) {
      for (var page : Ways.pages()) {
        var answer = browser.get(page);
        var about = answer.statusCode() + " " + page;
        safe(about, answer.headers());
        assertThat(answer.headers().firstValue("Cache-Control")).as(about).hasValue("no-store");
        if (answer.statusCode() == 302) {
          only(about, answer.headers(), DATA_ONLY);
        } else {
          scriptsByNonceOnly(about, answer.headers());
        }
      }
    }
  }

  @Test
  void signedInPagesGetANonceThatNobodyHadBefore() {
    var browser = PageClient.signedIn(Shared.server(), clinic.staff("admin"));
    var first = policy("/accueil", browser.get("/accueil").headers());
    var second = policy("/accueil", browser.get("/accueil").headers());
    assertThat(first).contains("'nonce-").isNotEqualTo(second);
  }

  @Test
  void strangersPagesAllowNoStyleInsideOfTags() {
    var policy = policy("/connexion", PageClient.anonymous(Shared.server()).get("/connexion"));
    assertThat(policy).doesNotContain("unsafe-inline", "nonce-");
  }

  @Test
  void everyRouteOfTheApiIsDataAndNothingElse() {
    for (var way : Ways.routes()) {
      var caller = clinic.as("admin").with("Accept", "*/*");
      var answers =
          List.of(
              Shared.server().anonymous().send(way.method(), way.tried(), none(), null),
              way.path().equals("/auth/logout")
                  ? caller.get("/me")
                  : caller.send(way.method(), way.tried(), none(), null));
      for (var answer : answers) {
        var about = answer.status() + " " + way.named();
        safe(about, answer.http().headers());
        only(about, answer.http().headers(), DATA_ONLY);
        assertThat(answer.header("Cache-Control")).as(about).hasValue("no-store");
        assertThat(answer.header("Referrer-Policy")).as(about).hasValue("no-referrer");
      }
    }
  }

  @Test
  void everyFileThatPagesNeedIsShielded() {
    var browser = PageClient.signedIn(Shared.server(), clinic.staff("admin"));
    var files = new ArrayList<String>();
    for (var page : List.of("/accueil", "/patients", "/patients/nouveau", "/audit")) {
      FILE.matcher(browser.get(page).body())
          .results()
          .map(found -> found.group(1).replace("&amp;", "&"))
          .filter(file -> !files.contains(file))
          .forEach(files::add);
    }
    assertThat(files).hasSizeGreaterThan(8);
    for (var file : files) {
      var answer = browser.get(file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      safe(file, answer.headers());
    }
  }

  @Test
  void errorsAreShieldedToo() {
    var browser = PageClient.signedIn(Shared.server(), clinic.staff("admin"));
    var stranger = PageClient.anonymous(Shared.server());
    var lost = "/patients/0199e7a0-0000-7000-8000-000000000000/resume";
    expect(404, browser.get("/nulle-part"));
    expect(404, stranger.get("/nulle-part"));
    expect(404, browser.get(lost));
    var noFile = browser.get("/jakarta.faces.resource/nothing.css.xhtml?ln=css");
    assertThat(noFile.statusCode()).isEqualTo(404);
    safe("no such file", noFile.headers());
    only("no such file", noFile.headers(), DATA_ONLY);
    expect(404, browser.get("/patient/record.xhtml"));
    expect(405, browser.get("/deconnexion"));
    expect(403, browser.send("POST", "/site", Map.of(), Map.of()));
    var token = Map.of("X-MF-Token", browser.token("/accueil"));
    expect(400, browser.send("POST", "/site", Map.of("clinic", "no-id"), token));
    expect(500, stranger.get("/erreur/incident"), 200);
    var large = Map.of("q", "x".repeat(1_048_577));
    var refused = browser.send("POST", "/recherche", large, token);
    assertThat(refused.statusCode()).isEqualTo(413);
    safe("413", refused.headers());
    only("413", refused.headers(), DATA_ONLY);
  }

  @Test
  void addressesThatTheServerItselfRefusesAreNotGuessedAt() {
    for (var path : List.of("/WEB-INF/web.xml", "/api/WEB-INF/web.xml", "/api/v1/nothing")) {
      var answer = fetched(Shared.server().pages().resolve(path));
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.headers().firstValue("X-Content-Type-Options"))
          .as(path)
          .hasValue("nosniff");
      assertThat(answer.headers().firstValue("X-Frame-Options")).as(path).hasValue("DENY");
    }
  }

  @Test
  void theConsolesPortIsShieldedAsWell() {
    for (var path : List.of("/health/ready", "/console/index.html", "/management", "/nothing")) {
      var answer = fetched(Shared.server().management().resolve(path));
      var about = answer.statusCode() + " " + path;
      assertThat(answer.headers().firstValue("X-Content-Type-Options"))
          .as(about)
          .hasValue("nosniff");
      assertThat(answer.headers().allValues(POLICY)).as(about).contains("frame-ancestors 'none'");
    }
  }

  private static void expect(int status, HttpResponse<String> answer) {
    expect(status, answer, status);
  }

  /** An error page has the policy of pages; the one policy, not that of data beside it. */
  private static void expect(int about, HttpResponse<String> answer, int status) {
    var name = about + " " + answer.uri();
    assertThat(answer.statusCode()).as(name).isEqualTo(status);
    safe(name, answer.headers());
    scriptsByNonceOnly(name, answer.headers());
    assertThat(answer.headers().firstValue("Cache-Control")).as(name).hasValue("no-store");
  }

  private static void safe(String about, HttpHeaders headers) {
    assertThat(headers.allValues("X-Content-Type-Options")).as(about).containsExactly("nosniff");
    assertThat(headers.allValues("X-Frame-Options")).as(about).containsExactly("DENY");
    assertThat(headers.allValues("Cross-Origin-Opener-Policy"))
        .as(about)
        .containsExactly("same-origin");
    assertThat(headers.allValues("Cross-Origin-Resource-Policy"))
        .as(about)
        .containsExactly("same-origin");
    assertThat(headers.firstValue("Permissions-Policy").orElse(""))
        .as(about)
        .contains("geolocation=()");
    assertThat(headers.allValues("Referrer-Policy")).as(about).hasSize(1);
    assertThat(headers.allValues("Strict-Transport-Security")).as(about).isEmpty();
    assertThat(headers.map()).as(about).doesNotContainKeys("server", "x-powered-by");
  }

  private static void only(String about, HttpHeaders headers, String policy) {
    assertThat(headers.allValues(POLICY)).as(about).containsExactly(policy);
  }

  private static void scriptsByNonceOnly(String about, HttpHeaders headers) {
    assertThat(policy(about, headers))
        .as(about)
        .contains(
            "default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "style-src 'self';")
        .doesNotContain("unsafe-eval", "data: blob:")
        .matches(".*script-src 'self'( 'nonce-[^']+')?;?");
  }

  private static String policy(String about, HttpResponse<String> answer) {
    return policy(about, answer.headers());
  }

  private static String policy(String about, HttpHeaders headers) {
    assertThat(headers.allValues(POLICY)).as(about).hasSize(1);
    return headers.allValues(POLICY).get(0);
  }

  private static HttpRequest.BodyPublisher none() {
    return BodyPublishers.noBody();
  }

  private static HttpResponse<String> fetched(URI uri) {
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
