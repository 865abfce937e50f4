package org.medflow.platform.error;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The sentence behind an error code, in French or English; French when nobody says otherwise. */
public final class ErrorTexts {

  private static final String BUNDLE = "org.medflow.i18n.errors";
  private static final List<String> SPOKEN = List.of("fr", "en");

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

  private static Optional<String> best(String acceptLanguage) {
    try {
      return Optional.ofNullable(Locale.lookupTag(LanguageRange.parse(acceptLanguage), SPOKEN));
    } catch (IllegalArgumentException garbled) {
      return Optional.empty();
    }
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
