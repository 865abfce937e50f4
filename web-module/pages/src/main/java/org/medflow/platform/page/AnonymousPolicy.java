package org.medflow.platform.page;

import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.io.Serial;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.primefaces.context.PrimeFacesContext;

/**
 * The content policy of pages for people who are not signed in: the same as everywhere, without the
 * nonce. PrimeFaces keeps its nonce with the view and opens a session for that; these pages have no
 * script of PrimeFaces, and whoever only knocks must not cost the server a session.
 */
public class AnonymousPolicy implements PhaseListener {

  @Serial private static final long serialVersionUID = 1L;
  private static final String POLICY = "primefaces.CSP_POLICY";

  @Override
  public void afterPhase(PhaseEvent event) {
    var context = event.getFacesContext();
    if (Actors.current().kind() == Actor.Kind.ANONYMOUS && !context.getResponseComplete()) {
      var web = context.getExternalContext();
      web.setResponseHeader("Content-Security-Policy", web.getInitParameter(POLICY));
      PrimeFacesContext.getCspState(context).setInitialized(true);
    }
  }

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }
}
