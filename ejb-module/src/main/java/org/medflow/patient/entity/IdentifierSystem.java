package org.medflow.patient.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Who gives out numbers for people. A strong number belongs to one person in the whole group; a
 * weak one, a company's employee number for example, may be shared.
 */
public enum IdentifierSystem {
  NATIONAL_ID(true),
  PASSPORT(true),
  VOTER_CARD(true),
  LV(true),
  DMI(true),
  CAREVISION(true),
  PACS(false),
  OLD_EMR(false);

  private static final String NO_LETTER_OR_DIGIT = "[^\\p{L}\\p{N}]";

  private final boolean strong;

  IdentifierSystem(boolean strong) {
    this.strong = strong;
  }

  public boolean strong() {
    return strong;
  }

  /** The code in requests and in the database, for example {@code national_id}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<IdentifierSystem> of(String code) {
    return Arrays.stream(values()).filter(system -> system.code().equals(code)).findFirst();
  }

  /** The same number however it is spaced, dashed or capitalised. */
  public static String normalise(String value) {
    return value.replaceAll(NO_LETTER_OR_DIGIT, "").toUpperCase(Locale.ROOT);
  }
}
