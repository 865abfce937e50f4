package org.medflow.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What no view may hold: words of a language, script, colours. */
class ViewsTest {

  private static final Set<String> SPOKEN =
      Set.of(
          "title",
          "value",
          "label",
          "text",
          "placeholder",
          "alt",
          "header",
          "headerText",
          "aria-label",
          "ariaLabel",
          "itemLabel",
          "emptyMessage",
          "rowsPerPageLabel");
  private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Pattern COLOUR =
      Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(|\\bhsla?\\(");
  private static final Pattern HANDLER = Pattern.compile("\\son[a-z]+=\"(?!PF\\('\\w+'\\)\\.)");

  private static final Pattern POSTING =
      Pattern.compile("(?s)<form[^>]* method=\"post\".*?</form>");
  private static final String TOKEN = "name=\"mf-token\" value=\"#{shell.token}\"";

  @Test
  void holdsNoWordOutsideTheBundles() {
    for (var view : Webapp.files(".xhtml")) {
      assertThat(literals(view)).as("%s", view).isEmpty();
    }
  }

  @Test
  void findsAWordWhereThereIsOne() throws Exception {
    assertThat(literals("<p title=\"#{t['a']}\">#{t['b']} Bonjour</p>")).containsExactly("Bonjour");
    assertThat(literals("<p title=\"Bonjour\"/>")).containsExactly("Bonjour");
    assertThat(literals("<p class=\"mf-row\">· #{x}</p>")).isEmpty();
  }

  @Test
  void rawColoursStandOnlyAmongTheTokens() {
    var files = new ArrayList<>(Webapp.files(".css"));
    files.addAll(Webapp.files(".xhtml"));
    files.addAll(Webapp.files(".js"));
    files.removeIf(file -> file.endsWith("tokens.css"));
    for (var file : files) {
      var rest = EXPRESSION.matcher(Webapp.read(file)).replaceAll("");
      assertThat(rest).as("%s", file).doesNotContainPattern(COLOUR);
    }
  }

  @Test
  void bothDarkThemesAreTheSame() {
    var tokens = Webapp.read(Webapp.ROOT.resolve("resources/css/tokens.css"));
    assertThat(block(tokens, ":root[data-theme=\"auto\"]{"))
        .isEqualTo(block(tokens, ":root[data-theme=\"dark\"]{"))
        .contains("--mf-canvas");
  }

  @Test
  void attachesNoScriptToAnElement() {
    for (var view : Webapp.files(".xhtml")) {
      assertThat(Webapp.read(view)).as("%s", view).doesNotContainPattern(HANDLER);
    }
  }

  /** Faces puts the token into its own forms; the few others must do it themselves. */
  @Test
  void everyFormThatChangesSomethingCarriesItsToken() {
    for (var view : Webapp.files(".xhtml")) {
      var forms = POSTING.matcher(Webapp.read(view)).results().map(MatchResult::group).toList();
      assertThat(forms).as("%s", view).allMatch(form -> form.contains(TOKEN));
    }
  }

  @Test
  void scriptsSendChangesByTheOneWayThatCarriesTheToken() {
    for (var script : Webapp.files(".js")) {
      var text = Webapp.read(script);
      assertThat(text).as("%s", script).doesNotContain("XMLHttpRequest", "sendBeacon");
      if (!script.endsWith("mf.js")) {
        assertThat(text).as("%s", script).doesNotContain("method:");
      }
    }
  }

  private static String block(String css, String start) {
    int from = css.indexOf(start) + start.length();
    return css.substring(from, css.indexOf('}', from));
  }

  private static List<String> literals(Path view) {
    try {
      return literals(Webapp.read(view).replace("<!DOCTYPE html>", ""));
    } catch (IOException | SAXException | ParserConfigurationException unreadable) {
      throw new AssertionError(view + " is no XML", unreadable);
    }
  }

  private static List<String> literals(String xml)
      throws IOException, SAXException, ParserConfigurationException {
    var found = new ArrayList<String>();
    SAXParserFactory.newInstance()
        .newSAXParser()
        .parse(new InputSource(new StringReader(xml)), new Literals(found));
    return found;
  }

  private static final class Literals extends DefaultHandler {

    private final List<String> found;
    private final StringBuilder text = new StringBuilder();

    Literals(List<String> found) {
      this.found = found;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
      endText();
      for (int at = 0; at < attributes.getLength(); at++) {
        var attribute = attributes.getQName(at);
        var bare = attribute.substring(attribute.indexOf(':') + 1);
        if (SPOKEN.contains(bare) && !name.startsWith("f:") && !name.startsWith("cc:")) {
          check(attributes.getValue(at));
        }
      }
    }

    /** A parser hands a text over in pieces, and cuts where it likes. */
    @Override
    public void characters(char[] signs, int start, int length) {
      text.append(signs, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
      endText();
    }

    private void endText() {
      check(text.toString());
      text.setLength(0);
    }

    private void check(String text) {
      var rest = EXPRESSION.matcher(text).replaceAll("").strip();
      if (LETTER.matcher(rest).find()) {
        found.add(rest);
      }
    }
  }
}
