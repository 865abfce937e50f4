package org.medflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.medflow.harness.Settings;

/**
 * How a page looks and reads: axe finds nothing in either theme, nothing scrolls sideways at either
 * size, and a picture of each is left in {@code target/screens/<page>-<theme>-<size>.png}.
 */
final class Look {

  static final Size DESKTOP = new Size(1366, 768);
  static final Size TABLET = new Size(1024, 768);

  private static final List<String> THEMES = List.of("light", "dark");
  private static final String AXE = axe();
  private static final String FAULTS =
      "async () => (await axe.run(document, {resultTypes: ['violations']})).violations";

  /**
   * Colours on their way from one theme to the other have no contrast yet, and a word may start on
   * its way only when what holds it has arrived.
   */
  private static final String STILL =
      """
      async () => {
        const moving = () => document.getAnimations().filter(a => a.playState === 'running'
          && a.effect.getComputedTiming().iterations !== Infinity);
        do {
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          await Promise.allSettled(moving().map(a => a.finished));
        } while (moving().length > 0);
      }
      """;

  private Look() {}

  /** Width and height of a window. */
  record Size(int width, int height) {
    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  /** Everything: axe, sideways scrolling and pictures, in both themes and at both sizes. */
  static void at(Visitor visitor, String name) {
    for (var theme : THEMES) {
      show(visitor, theme);
      noFaults(visitor, name + " " + theme);
      for (var size : List.of(DESKTOP, TABLET)) {
        visitor.page().setViewportSize(size.width(), size.height());
        picture(visitor, name + "-" + theme + "-" + size);
        staysInTheWindow(visitor, name + " " + size);
      }
      visitor.page().setViewportSize(DESKTOP.width(), DESKTOP.height());
    }
    show(visitor, "light");
  }

  /** axe alone, in both themes: for the other language. */
  static void readable(Visitor visitor, String name) {
    for (var theme : THEMES) {
      show(visitor, theme);
      noFaults(visitor, name + " " + theme);
    }
    show(visitor, "light");
  }

  private static void show(Visitor visitor, String theme) {
    var scheme = theme.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT;
    visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    visitor.page().evaluate("theme => document.documentElement.dataset.theme = theme", theme);
    visitor.page().evaluate(STILL);
  }

  private static void picture(Visitor visitor, String name) {
    var file = Settings.target().resolve("screens").resolve(name + ".png");
    visitor.page().screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  private static void staysInTheWindow(Visitor visitor, String name) {
    var scroll = visitor.scroll();
    assertThat(((Number) scroll.get("wide")).intValue())
        .as("width of " + name)
        .isLessThanOrEqualTo(((Number) scroll.get("window")).intValue());
  }

  private static void noFaults(Visitor visitor, String name) {
    if (!(Boolean) visitor.page().evaluate("() => 'axe' in window")) {
      visitor.page().evaluate(AXE);
    }
    var found = visitor.page().evaluate(FAULTS);
    assertThat((List<?>) found).as(() -> name + ": " + told((List<?>) found)).isEmpty();
  }

  private static String told(List<?> violations) {
    return violations.stream()
        .map(violation -> (Map<?, ?>) violation)
        .map(violation -> violation.get("id") + " " + places((List<?>) violation.get("nodes")))
        .collect(Collectors.joining("; "));
  }

  private static String places(List<?> nodes) {
    return nodes.stream()
        .limit(4)
        .map(node -> (Map<?, ?>) node)
        .map(node -> node.get("target") + " " + node.get("failureSummary"))
        .collect(Collectors.joining(", "));
  }

  private static String axe() {
    var path = "/axe.min.js";
    try (var in = Look.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
