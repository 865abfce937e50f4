package org.medflow.patient;

import java.util.Random;
import org.medflow.patient.InventedNames.Full;

/** One typing error in a full name: a letter dropped, two swapped, one doubled, or an accent. */
final class Typos {

  private static final String PLAIN = "aeiouc";
  private static final String ACCENTED = "áéíóúç";

  private final Random random;

  Typos(long seed) {
    this.random = new Random(seed);
  }

  String in(Full name) {
    var parts = name.text().split(" ");
    int which = random.nextInt(parts.length);
    parts[which] =
        switch (random.nextInt(4)) {
          case 0 -> dropped(parts[which]);
          case 1 -> swapped(parts[which]);
          case 2 -> doubled(parts[which]);
          default -> accented(parts[which]);
        };
    return String.join(" ", parts);
  }

  private String dropped(String word) {
    int at = random.nextInt(word.length());
    return word.substring(0, at) + word.substring(at + 1);
  }

  private String swapped(String word) {
    int at = random.nextInt(word.length() - 1);
    return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }

  private String doubled(String word) {
    int at = random.nextInt(word.length());
    return word.substring(0, at + 1) + word.charAt(at) + word.substring(at + 1);
  }

  private String accented(String word) {
    int start = random.nextInt(word.length());
    for (int i = 0; i < word.length(); i++) {
      int at = (start + i) % word.length();
      int plain = PLAIN.indexOf(word.charAt(at));
      if (plain >= 0) {
        return word.substring(0, at) + ACCENTED.charAt(plain) + word.substring(at + 1);
      }
    }
    return doubled(word);
  }
}
