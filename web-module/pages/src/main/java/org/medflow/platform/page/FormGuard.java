package org.medflow.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.medflow.platform.security.FormTokens;
import org.medflow.platform.security.FormTokens.Bond;

/**
 * Knows the forms of this house again. Every form and every call of a script carries a token: on
 * pages that are open to anybody it is bound to the visitor's cookie, everywhere else to the
 * session row. {@link ScreenUrls} puts it into every form of Faces, so that none can forget it.
 */
@ApplicationScoped
public class FormGuard {

  /** Hidden field of forms. */
  public static final String FIELD = "mf-token";

  /** Header of calls by scripts. */
  public static final String HEADER = "X-MF-Token";

  @Inject FormTokens tokens;
  @Inject Callers callers;
  @Inject Screens screens;

  /** The token of this session, for plain forms and scripts: servlets are for the signed in. */
  public String ofSession(HttpServletRequest request) {
    return tokens.of(Bond.SESSION, callers.bond(request));
  }

  /** The token of a form that is sent back to the page it stands on. */
  String ofPage(HttpServletRequest request) {
    return open(Route.of(request).path())
        ? tokens.of(Bond.VISITOR, Knock.of(request).orElse(null))
        : ofSession(request);
  }

  /** Whether a change was sent by a form of ours that was given to this very browser. */
  boolean genuine(HttpServletRequest request) {
    var header = request.getHeader(HEADER);
    var shown = header == null ? request.getParameter(FIELD) : header;
    return open(Address.of(request).path())
        ? tokens.fits(Bond.VISITOR, Knock.of(request).orElse(null), shown)
        : tokens.fits(Bond.SESSION, callers.bond(request), shown);
  }

  /** Whether the address leads to a page for people who are not signed in. */
  boolean open(String address) {
    return screens.find(address).filter(visit -> visit.place().open()).isPresent();
  }
}
