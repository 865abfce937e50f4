package org.medflow.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.medflow.harness.Medflow;

/** The one Chromium of all journeys; each visitor gets a profile of her own in it. */
final class Desk {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final double PATIENCE = 20_000;

  private static Playwright playwright;
  private static Browser chromium;

  private Desk() {}

  /** Somebody who has just sat down in front of this server, in French as people here are. */
  static Visitor visitor(Medflow server) {
    return visitor(server, "fr-FR");
  }

  static Visitor visitor(Medflow server, String locale) {
    return visitor(server.pages().toString(), locale);
  }

  static synchronized Visitor visitor(String pages, String locale) {
    var options =
        new Browser.NewContextOptions()
            .setBaseURL(pages)
            .setLocale(locale)
            .setTimezoneId("Africa/Kinshasa")
            .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
            .setViewportSize(Look.DESKTOP.width(), Look.DESKTOP.height());
    return new Visitor(browser().newContext(options));
  }

  private static Browser browser() {
    if (chromium == null) {
      var settings = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
      playwright = Playwright.create(new Playwright.CreateOptions().setEnv(settings));
      chromium = playwright.chromium().launch(options());
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }
    return chromium;
  }

  private static BrowserType.LaunchOptions options() {
    var program = System.getProperty("medflow.chromium", "/usr/bin/chromium");
    return new BrowserType.LaunchOptions().setExecutablePath(Path.of(program)).setArgs(FLAGS);
  }
}
