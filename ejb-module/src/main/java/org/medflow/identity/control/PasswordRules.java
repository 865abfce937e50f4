package org.medflow.identity.control;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a password must be: at least 15 characters while it stands alone, 8 beside a second factor,
 * at most 128, not guessable from its owner, the house, a keyboard row or the lists of passwords
 * that became known. No composition rules (source: design/proof.md 4). The lists and the estimate
 * of how many guesses a password takes are zxcvbn's.
 */
public final class PasswordRules {

  private static final int LEAST = 15;
  private static final int LEAST_WITH_FACTOR = 8;
  private static final int MOST = 128;
  private static final int LEAST_DISTINCT = 6;
  private static final List<String> RUNS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890123456789",
          "azertyuiopqsdfghjklmwxcvbn",
          "qwertyuiopasdfghjklzxcvbnm");
  private static final List<String> COMMON =
      List.of("password", "motdepasse", "medflow", "clinique", "ophtalmo", "bienvenue", "kinshasa");

  /** Guesses, as a power of ten, that a password has to take: more than anybody makes online. */
  private static final double LEAST_GUESSES = 10;

  /** As much as is estimated at once: the work grows faster than the length. */
  private static final int STRETCH = 32;

  private static final Zxcvbn ESTIMATE = new Zxcvbn();

  private PasswordRules() {}

  /** Nothing longer than the longest password can be right, so no more of it is looked at. */
  public static String bounded(String typed) {
    var text = typed == null ? "" : typed;
    return text.length() > MOST ? text.substring(0, MOST) + "\u2026" : text;
  }

  /** Whether a password that was chosen beside a second factor is too short without one. */
  public static boolean leans(String password) {
    return shorter(password, LEAST);
  }

  private static boolean shorter(String password, int least) {
    return password == null || password.codePointCount(0, password.length()) < least;
  }

  /** Message key of what is wrong, empty when the password will do while it stands alone. */
  public static Optional<String> problem(String password, String... personal) {
    return problem(true, password, personal);
  }

  /**
   * Message key of what is wrong, empty when the password will do.
   *
   * @param alone whether nothing but the password is asked at the door
   */
  public static Optional<String> problem(boolean alone, String password, String... personal) {
    if (shorter(password, alone ? LEAST : LEAST_WITH_FACTOR)) {
      return Optional.of("password-too-short");
    }
    if (password.length() > MOST) {
      return Optional.of("password-too-long");
    }
    return guessable(password.toLowerCase(Locale.ROOT), personal) || known(password, personal)
        ? Optional.of("password-common")
        : Optional.empty();
  }

  /** Whether no stretch of it would take more than a few guesses from the lists. */
  private static boolean known(String password, String... personal) {
    var words = words(personal);
    for (int from = 0; from < password.length(); from += STRETCH) {
      var stretch = password.substring(from, Math.min(password.length(), from + STRETCH));
      if (ESTIMATE.measure(stretch, words).getGuessesLog10() >= LEAST_GUESSES) {
        return false;
      }
    }
    return true;
  }

  private static List<String> words(String... personal) {
    return Stream.concat(
            COMMON.stream(), Stream.of(personal).filter(word -> word != null && word.length() >= 3))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean guessable(String password, String... personal) {
    var rest = password;
    for (var word : words(personal)) {
      rest = rest.replace(word, "");
    }
    return rest.chars().distinct().count() < LEAST_DISTINCT || run(rest);
  }

  /** Whether most of the text is a stretch of a keyboard row, the alphabet or the digits. */
  private static boolean run(String text) {
    int half = Math.max(6, text.length() / 2);
    for (int from = 0; from + half <= text.length(); from++) {
      var stretch = text.substring(from, from + half);
      var back = new StringBuilder(stretch).reverse().toString();
      if (RUNS.stream().anyMatch(row -> row.contains(stretch) || row.contains(back))) {
        return true;
      }
    }
    return false;
  }
}
