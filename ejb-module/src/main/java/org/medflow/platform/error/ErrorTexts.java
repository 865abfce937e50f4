package org.medflow.platform.error;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;

/** The sentence behind an error code, in French or English; French when nobody says otherwise. */
public final class ErrorTexts {

  private static final String BUNDLE = "org.medflow.i18n.errors";
  private static final List<String> SPOKEN = List.of("fr", "en");

  private static final int MOST_RANGES = 20;
  private static final Pattern RANGE =
      Pattern.compile(
          "([A-Za-z]{2})(?:-[A-Za-z0-9-]{1,20})?(?:\\s*;\\s*q=([01](?:\\.[0-9]{1,3})?))?");

  private ErrorTexts() {}

  /** The sentence, or the one for an unexpected failure when a code has none. */
  public static String of(String code, Locale language) {
    return text("error." + code, language).or(() -> text("error.internal", language)).orElse(code);
  }

  /** The language of an Accept-Language header, else of the person, else French. */
  public static Locale language(String acceptLanguage, String ownLanguage) {
    var wanted = Optional.ofNullable(acceptLanguage).filter(text -> !text.isBlank());
    return wanted
        .flatMap(ErrorTexts::best)
        .or(() -> Optional.ofNullable(ownLanguage).filter(SPOKEN::contains))
        .map(Locale::forLanguageTag)
        .orElse(Locale.FRENCH);
  }

  /** The spoken language with the greatest weight; what cannot be read counts for nothing. */
  private static Optional<String> best(String acceptLanguage) {
    var most = 0.0;
    String chosen = null;
    for (var range : acceptLanguage.split(",", MOST_RANGES)) {
      var wanted = RANGE.matcher(range.trim());
      if (wanted.matches() && SPOKEN.contains(wanted.group(1).toLowerCase(Locale.ROOT))) {
        var weight = wanted.group(2) == null ? 1.0 : Double.parseDouble(wanted.group(2));
        if (weight > most) {
          most = weight;
          chosen = wanted.group(1).toLowerCase(Locale.ROOT);
        }
      }
    }
    return Optional.ofNullable(chosen);
  }

  private static Optional<String> text(String key, Locale language) {
    var spoken = SPOKEN.contains(language.getLanguage()) ? language : Locale.FRENCH;
    try {
      var bundle =
          ResourceBundle.getBundle(
              BUNDLE,
              Locale.forLanguageTag(spoken.getLanguage()),
              ErrorTexts.class.getClassLoader(),
              Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
      return Optional.of(bundle.getString(key));
    } catch (MissingResourceException unknown) {
      return Optional.empty();
    }
  }
}
