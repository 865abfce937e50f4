package org.medflow.visit.control;

import java.text.Normalizer;
import java.util.Locale;

/** Words as the search of codes compares them: capitals, no accents, single spaces. */
final class CodeWords {

  private CodeWords() {}

  static String of(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toUpperCase(Locale.ROOT)
        .replace("\u0152", "OE")
        .replaceAll("[^A-Z0-9.]+", " ")
        .strip();
  }
}
