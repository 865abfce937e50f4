package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.medflow.harness.Staff;

/** A person at a browser. Everything on the page is named by its {@code data-test} mark. */
final class Visitor implements AutoCloseable {

  private static final int AFTER_TYPING = 700;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Visitor(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
  }

  Page page() {
    return page;
  }

  Visitor go(String path) {
    page.navigate(path);
    return this;
  }

  /** Status of the page at this address. */
  int status(String path) {
    return page.navigate(path).status();
  }

  Locator at(String mark) {
    return page.locator("[data-test='" + mark + "']");
  }

  Locator id(String id) {
    return page.locator("[id='" + id + "']");
  }

  Visitor type(String id, String text) {
    id(id).fill(text);
    return this;
  }

  /** Types key by key, as the live panel sees a person do it. */
  Visitor hammer(String id, String text) {
    id(id).pressSequentially(text);
    return this;
  }

  Visitor press(String key) {
    page.keyboard().press(key);
    return this;
  }

  /** Waits, as a person does, until the page has answered what was typed. */
  Visitor quiet() {
    page.waitForTimeout(AFTER_TYPING);
    page.waitForFunction("() => !window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty()");
    return this;
  }

  Visitor tab() {
    return press("Tab");
  }

  /** Writes at whatever has the focus. */
  Visitor write(String text) {
    page.keyboard().insertText(text);
    return this;
  }

  /** Signs in at the door and waits for the board. */
  Visitor signIn(Staff who) {
    go("/connexion");
    tryDoor(who.username(), who.password());
    sees("/accueil");
    return this;
  }

  Visitor tryDoor(String username, String password) {
    type("username", username).type("password", password);
    press("Enter");
    return this;
  }

  /** Waits for an address that begins so, and for its scripts. */
  Visitor sees(String path) {
    var literal = path.replaceAll("[.?+*()\\[\\]{}^$|]", "\\\\$0");
    assertThat(page).hasURL(Pattern.compile("^https?://[^/]+" + literal + "([?#].*)?$"));
    page.waitForLoadState();
    return this;
  }

  Visitor seesText(String mark, String text) {
    assertThat(at(mark).first()).containsText(text);
    return this;
  }

  /** Keeps a taste in her profile, as the account menu does. */
  Visitor prefer(String name, String value) {
    page.evaluate(
        "([name, value]) => mf.post('/preferences', {[name]: value})", List.of(name, value));
    return this;
  }

  Visitor goesOffline(boolean offline) {
    context.setOffline(offline);
    return this;
  }

  Map<String, Object> scroll() {
    var size =
        page.evaluate(
            "() => ({wide: document.documentElement.scrollWidth,"
                + " window: document.documentElement.clientWidth})");
    @SuppressWarnings("unchecked")
    var found = (Map<String, Object>) size;
    return found;
  }

  /** Errors of scripts and things that the content policy refused. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
    org.assertj.core.api.Assertions.assertThat(complaints).as("errors in the browser").isEmpty();
  }
}
