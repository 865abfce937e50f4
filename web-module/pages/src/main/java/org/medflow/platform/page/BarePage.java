package org.medflow.platform.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;
import org.medflow.platform.web.Tongue;

/** The frame of pages for people who are not signed in; needs nothing but the request. */
@Named("bare")
@RequestScoped
public class BarePage {

  public Locale getLocale() {
    return Tongue.of(Route.request());
  }

  public String getOtherLanguage() {
    return "fr".equals(getLocale().getLanguage()) ? "en" : "fr";
  }

  /** The same page in the other language; what stood in the address stays. */
  public String getOtherLanguageUrl() {
    var url =
        new StringBuilder(Route.current().path()).append("?langue=").append(getOtherLanguage());
    for (var name : new String[] {"token", "retour"}) {
      var value = Route.request().getParameter(name);
      if (value != null) {
        url.append('&').append(name).append('=').append(Address.encoded(value));
      }
    }
    return url.toString();
  }
}
