package org.medflow.platform.page;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.web.Words;

/**
 * What a person sees when something fails: plain words where she was, a page of ours otherwise, an
 * incident number when it is our fault; never the text of an exception.
 */
public class PageExceptions extends ExceptionHandlerWrapper {

  private static final System.Logger LOG = System.getLogger("org.medflow.pages");

  /** Registered in faces-config. */
  public static class Factory extends ExceptionHandlerFactory {

    public Factory(ExceptionHandlerFactory wrapped) {
      super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
      return new PageExceptions(getWrapped().getExceptionHandler());
    }
  }

  PageExceptions(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    var events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      var event = events.next().getContext();
      events.remove();
      end(event.getContext(), event.getPhaseId(), event.getException());
    }
  }

  private static void end(FacesContext context, PhaseId phase, Throwable failure) {
    if (Causes.of(failure, ViewExpiredException.class).isPresent()) {
      leave(context, phase, Outcome.EXPIRED);
      return;
    }
    var refusal = Causes.of(failure, ClinicException.class);
    var outcome =
        refusal
            .map(PageExceptions::outcome)
            .orElseGet(() -> Outcome.of(failure, Incident.of(Route.request())));
    if (!context.isPostback() || !before(phase) || outcome == Outcome.NOT_FOUND) {
      leave(context, phase, outcome);
    } else if (refusal.isPresent()) {
      CDI.current().select(Notes.class).get().refused(refusal.get());
      context.renderResponse();
    } else {
      stay(context, outcome);
    }
  }

  private static Outcome outcome(ClinicException refusal) {
    if (refusal instanceof NotFound) {
      return Outcome.NOT_FOUND;
    }
    return refusal instanceof Forbidden ? Outcome.FORBIDDEN : Outcome.FAILED;
  }

  private static boolean before(PhaseId phase) {
    return phase != null && !PhaseId.RENDER_RESPONSE.equals(phase);
  }

  /** The form stays as typed; the words stand above it. */
  private static void stay(FacesContext context, Outcome outcome) {
    var words = CDI.current().select(Words.class).get();
    context.addMessage(
        null,
        new FacesMessage(
            FacesMessage.SEVERITY_ERROR,
            words.error(outcome == Outcome.UNAVAILABLE ? "unavailable" : "internal"),
            words.of("page.error.kept", Incident.of(Route.request()))));
    if (outcome == Outcome.UNAVAILABLE && !context.getPartialViewContext().isAjaxRequest()) {
      outcome.mark(response(context));
    }
    context.renderResponse();
  }

  private static HttpServletResponse response(FacesContext context) {
    return (HttpServletResponse) context.getExternalContext().getResponse();
  }

  /** Another page instead: the container closes an answer after a forward, so it is made here. */
  private static void leave(FacesContext context, PhaseId phase, Outcome outcome) {
    outcome.ask(Route.request());
    try {
      if (context.getPartialViewContext().isAjaxRequest()) {
        Route.go(outcome.path(Route.request()));
        context.responseComplete();
      } else if (before(phase)) {
        view(context, outcome);
        context.renderResponse();
      } else {
        again(context, outcome);
      }
    } catch (IOException | RuntimeException hopeless) {
      LOG.log(Level.ERROR, "the error page failed", hopeless);
      context.responseComplete();
    }
  }

  private static UIViewRoot view(FacesContext context, Outcome outcome) {
    outcome.mark(response(context));
    var root = context.getApplication().getViewHandler().createView(context, ErrorPage.VIEW);
    context.setViewRoot(root);
    return root;
  }

  private static void again(FacesContext context, Outcome outcome) throws IOException {
    var response = response(context);
    if (!response.isCommitted()) {
      response.resetBuffer();
      var root = view(context, outcome);
      var handler = context.getApplication().getViewHandler();
      handler.getViewDeclarationLanguage(context, root.getViewId()).buildView(context, root);
      handler.renderView(context, root);
    }
    context.responseComplete();
  }

  /** Looks behind the wrappers that containers put round a failure. */
  static final class Causes {

    private Causes() {}

    static <T extends Throwable> Optional<T> of(Throwable failure, Class<T> wanted) {
      for (var at = failure; at != null; at = at.getCause()) {
        if (wanted.isInstance(at)) {
          return Optional.of(wanted.cast(at));
        }
      }
      return Optional.empty();
    }
  }
}
