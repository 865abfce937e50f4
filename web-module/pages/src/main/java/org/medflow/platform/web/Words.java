package org.medflow.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.medflow.platform.error.ErrorTexts;

/** Every sentence of the pages, in the language of the view. */
@Named
@ApplicationScoped
public class Words {

  private static final String PAGES = "org.medflow.i18n.pages";
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  @Inject HttpServletRequest request;

  /** The sentence of a key, with its arguments put in. */
  public String of(String key, Object... arguments) {
    return say(locale(), key, arguments);
  }

  public boolean known(String key) {
    return ResourceBundle.getBundle(PAGES, locale()).containsKey(key);
  }

  /** The sentence of an error code. */
  public String error(String code) {
    return ErrorTexts.of(code, locale());
  }

  public static String say(Locale locale, String key, Object... arguments) {
    var pattern = ResourceBundle.getBundle(PAGES, locale).getString(key);
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /** A moment in the time zone of a clinic; nothing for none. */
  public String moment(Instant at, String zone) {
    return at == null ? "" : MOMENT.format(at.atZone(ZoneId.of(zone)));
  }

  public Locale locale() {
    var faces = FacesContext.getCurrentInstance();
    return faces == null || faces.getViewRoot() == null
        ? Tongue.of(request)
        : faces.getViewRoot().getLocale();
  }
}
