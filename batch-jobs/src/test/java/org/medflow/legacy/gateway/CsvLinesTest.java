package org.medflow.legacy.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a\n",
        "a\r\nb",
        "a\rb",
        "\r\n\r\n",
        "\n\r",
        "a\r\n\nb\r",
        "\r",
        "é\n\nü"
      })
  void readsLinesAsTheyAreUsuallyRead(String text) throws IOException {
    assertThat(lines(new CsvLines(new StringReader(text))))
        .isEqualTo(new BufferedReader(new StringReader(text)).lines().toList());
  }

  @Test
  void readsLinesThatEndBetweenTwoReadings() throws IOException {
    var random = new Random(11);
    var text = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      text.append("ab\r\n\r".charAt(random.nextInt(5)));
    }
    assertThat(lines(new CsvLines(slow(text.toString(), random))))
        .isEqualTo(new BufferedReader(new StringReader(text.toString())).lines().toList());
  }

  @Test
  void keepsTheBeginningOfALineWithoutEnd() throws IOException {
    var endless = "x".repeat(3 * CsvLines.LONGEST);
    assertThat(lines(new CsvLines(new StringReader("a\n" + endless + "\r\nb"))))
        .containsExactly("a", "x".repeat(CsvLines.LONGEST), "b");
  }

  /** Gives a few characters at a time. */
  private static Reader slow(String text, Random random) {
    return new StringReader(text) {
      @Override
      public int read(char[] into, int from, int most) throws IOException {
        return super.read(into, from, Math.min(most, 1 + random.nextInt(7)));
      }
    };
  }

  private static ArrayList<String> lines(CsvLines from) throws IOException {
    var lines = new ArrayList<String>();
    for (var line = from.next(); line != null; line = from.next()) {
      lines.add(line);
    }
    return lines;
  }
}
