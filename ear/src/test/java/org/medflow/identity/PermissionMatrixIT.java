package org.medflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.PageClient;
import org.medflow.harness.Reply;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;
import org.medflow.platform.Routes;

/** Every way of the API and every page, tried by every role, in its own and in another clinic. */
class PermissionMatrixIT {

  private static final int AGAIN = 40;
  private static final Pattern SCREEN = Pattern.compile("path = \"([^\"]+)\"");

  private static ClinicFixture clinic;
  private static ClinicFixture other;
  private static List<String> roles;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open();
    other = ClinicFixture.open();
    roles = Shared.server().owner().strings("select code from medflow.role order by code");
  }

  @Test
  void expectsSomethingOfEveryRouteThatIsPublished() {
    var published = Routes.all().stream().map(Object::toString).distinct().toList();
    assertThat(Expectation.all("route"))
        .extracting(Expectation::named)
        .hasSameElementsAs(published);
  }

  @Test
  void expectsSomethingOfEveryPage() throws IOException {
    var pages = new TreeSet<String>();
    var sources = Settings.root().resolve("web-module/pages/src/main/java");
    try (var files = Files.walk(sources)) {
      for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        var text = Files.readString(file);
        int at = text.indexOf("\n@Screen(");
        var path = SCREEN.matcher(text);
        if (at >= 0 && path.find(at)) {
          pages.add(path.group(1));
        }
      }
    }
    assertThat(Expectation.all("page")).extracting(Expectation::path).hasSameElementsAs(pages);
  }

  @Test
  void letsEveryRoleGoItsWaysAndNoOther() {
    var wrong = new ArrayList<String>();
    int tried = 0;
    for (var role : roles) {
      for (var way : lastTheLeaving()) {
        var caller = clinic.as(role);
        tried++;
        boolean in = !Expectation.refused(ask(caller, way));
        if (in != way.letsIn(role)) {
          wrong.add("%s %s %s".formatted(role, in ? "may" : "may not", way.named()));
        }
      }
    }
    assertThat(wrong).isEmpty();
    Report.line("permissions: %d roles on %d routes, %d tries", roles.size(), ways(), tried);
  }

  @Test
  void letsNobodyOfOneClinicIntoAnother() {
    var wrong = new ArrayList<String>();
    for (var role : roles) {
      var who = clinic.hire(role + "-elsewhere", role, clinic.code());
      var stranger =
          Shared.server()
              .anonymous()
              .signedIn(who.username(), who.password())
              .inClinic(other.code());
      Expectation.all("route").stream()
          .filter(way -> !way.open())
          .filter(way -> !Expectation.refused(ask(stranger, way)))
          .forEach(way -> wrong.add(role + " elsewhere " + way.named()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void letsNobodyInWhoIsNotSignedIn() {
    var nobody = Shared.server().anonymous();
    var in =
        Expectation.all("route").stream()
            .filter(way -> !way.open())
            .filter(way -> ask(nobody, way).status() != 401)
            .map(Expectation::named)
            .toList();
    assertThat(in).isEmpty();
    var strange = PageClient.anonymous(Shared.server());
    assertThat(Expectation.all("page").stream().filter(Predicate.not(Expectation::open)))
        .allSatisfy(page -> assertThat(strange.get(page.tried()).statusCode()).isEqualTo(302));
  }

  @Test
  void showsEveryRoleItsPagesAndNoOther() {
    var wrong = new ArrayList<String>();
    for (var role : roles) {
      var browser = PageClient.signedIn(Shared.server(), clinic.staff(role));
      for (var page : Expectation.all("page")) {
        int status = browser.get(page.tried()).statusCode();
        boolean in = status != 403 && status != 401;
        if (!page.open() && in != page.letsIn(role) || status >= 500) {
          wrong.add("%s %d %s".formatted(role, status, page.path()));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static long ways() {
    return Expectation.all("route").size();
  }

  /** A sign-out ends the caller's session, so it is tried behind all others. */
  private static List<Expectation> lastTheLeaving() {
    var parted =
        Expectation.all("route").stream()
            .collect(Collectors.partitioningBy(way -> way.path().equals("/auth/logout")));
    var ways = new ArrayList<>(parted.get(false));
    ways.removeIf(Expectation::open);
    ways.addAll(parted.get(true));
    return ways;
  }

  /** Asked again where the answer was that there is none: the test before kills the database. */
  private static Reply ask(ApiClient caller, Expectation way) {
    var reply = once(caller, way);
    for (int i = 0; i < AGAIN && reply.status() == 503; i++) {
      reply = once(caller, way);
    }
    return reply;
  }

  private static Reply once(ApiClient caller, Expectation way) {
    var body = way.method().equals("GET") || way.method().equals("DELETE");
    return caller
        .with("Accept", "*/*")
        .send(
            way.method(),
            way.tried(),
            body ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"),
            body ? null : "application/json");
  }
}
