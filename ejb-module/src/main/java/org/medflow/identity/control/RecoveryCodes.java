package org.medflow.identity.control;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Codes for the day the telephone is gone: ten, each good once, 50 random bits in ten letters and
 * digits that nobody mistakes for each other (source: spec platform.md 3).
 */
public final class RecoveryCodes {

  public static final int COUNT = 10;

  /** With fewer left a person is told to make new ones. */
  public static final int FEW = 3;

  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
  private static final int LENGTH = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecoveryCodes() {}

  /** Ten new ones, as they are shown: five and five with a dash. */
  public static List<String> fresh() {
    return Stream.generate(RecoveryCodes::one).distinct().limit(COUNT).toList();
  }

  /** What a person typed, as it is hashed; empty when it cannot be a code. */
  public static String plain(String typed) {
    var text =
        typed == null ? "" : typed.toUpperCase(Locale.ROOT).replace("-", "").replace(" ", "");
    boolean formed =
        text.length() == LENGTH && text.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0);
    return formed ? text : "";
  }

  private static String one() {
    var text =
        RANDOM
            .ints(LENGTH, 0, LETTERS.length())
            .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
            .collect(Collectors.joining());
    return text.substring(0, LENGTH / 2) + "-" + text.substring(LENGTH / 2);
  }
}
