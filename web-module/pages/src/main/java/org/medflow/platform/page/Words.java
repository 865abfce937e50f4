package org.medflow.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.medflow.platform.error.ClinicException;

/** Every sentence of the pages, in the language of the view. */
@Named
@ApplicationScoped
public class Words {

  private static final String PAGES = "org.medflow.i18n.pages";
  private static final String ERRORS = "org.medflow.i18n.errors";

  /** The sentence of a key, with its arguments put in. */
  public String of(String key, Object... arguments) {
    return say(locale(), key, arguments);
  }

  /** The sentence of an error code. */
  public String error(String code) {
    return error(locale(), code);
  }

  static String say(Locale locale, String key, Object... arguments) {
    var pattern = ResourceBundle.getBundle(PAGES, locale).getString(key);
    return new MessageFormat(pattern, locale).format(arguments);
  }

  static String error(Locale locale, String code) {
    var loader = ClinicException.class.getClassLoader();
    var bundle = ResourceBundle.getBundle(ERRORS, locale, loader);
    try {
      return bundle.getString("error." + code);
    } catch (MissingResourceException unknown) {
      return bundle.getString("error.invalid");
    }
  }

  public Locale locale() {
    var view = FacesContext.getCurrentInstance().getViewRoot();
    return view == null ? Locale.FRENCH : view.getLocale();
  }
}
