package org.medflow.platform.page;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.SafeHeaders;
import org.primefaces.context.PrimeFacesContext;

/**
 * The content policy of a page instead of that of mere data. PrimeFaces writes it with a nonce for
 * its scripts, keeps the nonce with the view and opens a session for that. Pages for people who are
 * not signed in have no script of PrimeFaces, and whoever only knocks must not cost the server a
 * session: they get the policy from here, without a nonce and without styles inside of tags.
 */
public class PagePolicy implements PhaseListener {

  @Serial private static final long serialVersionUID = 1L;
  private static final String POLICY = "primefaces.CSP_POLICY";
  private static final String STYLES_IN_TAGS = " style-src-attr 'unsafe-inline';";

  @Override
  public void beforePhase(PhaseEvent event) {
    var web = event.getFacesContext().getExternalContext();
    var response = (HttpServletResponse) web.getResponse();
    response.setHeader(SafeHeaders.POLICY, null);
    response.setHeader("Cache-Control", "no-store");
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    var context = event.getFacesContext();
    if (Actors.current().kind() == Actor.Kind.ANONYMOUS && !context.getResponseComplete()) {
      var web = context.getExternalContext();
      web.setResponseHeader(
          SafeHeaders.POLICY, web.getInitParameter(POLICY).replace(STYLES_IN_TAGS, ""));
      PrimeFacesContext.getCspState(context).setInitialized(true);
    }
  }

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }
}
