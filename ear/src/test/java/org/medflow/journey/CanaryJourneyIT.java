package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.canary.Canaries;
import org.medflow.canary.Written;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Report;
import org.medflow.harness.Settings;
import org.medflow.harness.Shared;

/** Marked personal values typed into the pages: no address, Referer, store or log shows one. */
class CanaryJourneyIT {

  private static final Pattern RECORD = Pattern.compile(".*/patients/([0-9a-f-]{36})/resume.*");
  private static final String STORES =
      "() => JSON.stringify([{...localStorage}, {...sessionStorage}])";

  private static final Canaries canaries = new Canaries(Settings.seed(System.nanoTime()));
  private static ClinicFixture clinic;

  /** Every address that the browser went to or asked for, and what it said it came from. */
  private final List<String> addresses = new ArrayList<>();

  private final List<String> stores = new ArrayList<>();

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("admin");
  }

  @Test
  void showsNobodyInTheAddressBar() {
    var written = Written.by(Shared.server());
    try (var visitor = Desk.visitor(Shared.server())) {
      listen(visitor);
      comesIn(visitor);
      registers(visitor);
      amends(visitor);
      searches(visitor);
      leaves(visitor);
    }
    Report.line(
        "canaries: %d marked values typed into pages, %d addresses looked through",
        canaries.all().size(), addresses.size());
    assertThat(addresses).hasSizeGreaterThan(20);
    assertThat(canaries.in(String.join("\n", addresses))).as("addresses").isEmpty();
    assertThat(canaries.in(String.join("\n", stores))).as("stores of the browser").isEmpty();
    written.since().forEach((file, text) -> assertThat(canaries.in(text)).as("" + file).isEmpty());
    var control = addresses.get(0) + "?q=" + canaries.all().get(0).value();
    assertThat(canaries.in(control)).as("the finder finds").isNotEmpty();
  }

  private void listen(Visitor visitor) {
    visitor.page().onFrameNavigated(frame -> addresses.add(frame.url()));
    visitor
        .page()
        .onRequest(
            request -> {
              addresses.add(request.url());
              addresses.add(String.valueOf(request.headers().get("referer")));
            });
  }

  private void keep(Visitor visitor) {
    visitor.page().waitForLoadState();
    addresses.add(visitor.page().url());
    stores.add(String.valueOf(visitor.page().evaluate(STORES)));
  }

  private void comesIn(Visitor visitor) {
    var who = clinic.staff("admin");
    canaries.known("password", who.password());
    visitor.go("/connexion");
    visitor.tryDoor(who.username(), canaries.secret("wrong password"));
    assertThat(visitor.at("error")).isVisible();
    keep(visitor);
    visitor.tryDoor(canaries.secret("password typed as a name"), "x");
    visitor.quiet();
    keep(visitor);
    visitor.signIn(who);
    keep(visitor);
  }

  private void registers(Visitor visitor) {
    visitor.go("/patients/nouveau");
    assertThat(visitor.id("lastName")).isFocused();
    visitor.hammer("lastName", canaries.word("last name"));
    visitor.hammer("postName", canaries.word("postnom"));
    visitor.hammer("firstName", canaries.word("first name"));
    visitor.id("sex").getByText("Féminin").click();
    visitor.hammer("birthDate", "09/03/1961");
    visitor.hammer("phones", canaries.number("telephone", "0", "81", 7));
    visitor.quiet();
    keep(visitor);
    visitor.press("Control+Enter");
    visitor.page().waitForURL(RECORD);
    keep(visitor);
  }

  private void amends(Visitor visitor) {
    visitor.at("amend").click();
    visitor.page().waitForURL(Pattern.compile(".*/modifier.*"));
    visitor.type("commune", canaries.word("commune"));
    visitor.type("phones", canaries.number("other telephone", "0", "82", 7));
    visitor.press("Control+Enter");
    visitor.page().waitForURL(RECORD);
    keep(visitor);
  }

  private void searches(Visitor visitor) {
    visitor.at("global-search").pressSequentially(canaries.all().get(3).value());
    visitor.quiet();
    visitor.press("Enter");
    visitor.quiet();
    keep(visitor);
    for (var text : List.of(canaries.all().get(3).value(), canaries.secret("search text"))) {
      visitor.go("/patients").type("q", text).press("Enter");
      visitor.quiet();
      keep(visitor);
    }
    visitor.page().reload();
    keep(visitor);
  }

  private void leaves(Visitor visitor) {
    visitor.at("account").locator("summary").click();
    visitor.at("sign-out").click();
    visitor.sees("/connexion");
    keep(visitor);
  }
}
