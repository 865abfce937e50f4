package org.medflow.legacy.control;

import java.util.Set;
import org.medflow.patient.entity.Sex;

/** Sex as exports spell it; what is not a known word is unknown, never a guess. */
final class LvSex {

  private static final Set<String> FEMALE =
      Set.of("F", "FEMININ", "FEMININE", "FEMME", "FEMALE", "FEM", "FILLE");
  private static final Set<String> MALE =
      Set.of("M", "H", "MASCULIN", "MASCULINE", "HOMME", "MALE", "MASC", "GARCON");

  private LvSex() {}

  static Sex of(String cell) {
    var text = LvText.clean(cell);
    var word = text == null ? "" : LvText.plain(text).replaceAll("[^A-Z]", "");
    if (FEMALE.contains(word)) {
      return Sex.FEMALE;
    }
    if (MALE.contains(word)) {
      return Sex.MALE;
    }
    return word.startsWith("AUTRE") ? Sex.OTHER : Sex.UNKNOWN;
  }
}
