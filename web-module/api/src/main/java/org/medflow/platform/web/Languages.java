package org.medflow.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.medflow.platform.error.ErrorTexts;

/** The language of a request: what it asks for, else its caller's own, else French. */
public final class Languages {

  private static final String OWN = Languages.class.getName();

  private Languages() {}

  /** Remembers the caller's own language for the rest of the request. */
  public static void own(HttpServletRequest request, String language) {
    request.setAttribute(OWN, language);
  }

  static Locale of(HttpServletRequest request) {
    return ErrorTexts.language(
        request.getHeader("Accept-Language"), (String) request.getAttribute(OWN));
  }
}
