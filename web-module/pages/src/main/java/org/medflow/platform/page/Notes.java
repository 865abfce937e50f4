package org.medflow.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.web.Words;

/** Puts what a facade refused at the field it is about, or at the head of the form. */
@ApplicationScoped
public class Notes {

  @Inject Words words;

  public void refused(ClinicException refusal) {
    if (refusal instanceof Forbidden later && later.retryAfter() > 0) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseHeader("Retry-After", String.valueOf(later.retryAfter()));
    }
    if (refusal.fields().isEmpty()) {
      error(words.error(refusal.code()));
      return;
    }
    error(words.error("invalid"));
    refusal.fields().forEach(this::atField);
  }

  public void error(String sentence) {
    add(null, FacesMessage.SEVERITY_ERROR, sentence);
  }

  /** A success, for the toast; survives the redirect that follows. */
  public void done(String sentence) {
    FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
    here(sentence);
  }

  /** A success on the page that stays, for the toast. */
  public void here(String sentence) {
    FacesContext.getCurrentInstance()
        .addMessage("growl", new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, null));
  }

  /** What was typed in refused fields stays there, although it was not taken. */
  public void keepTyped(ClinicException refusal) {
    for (var error : refusal.fields()) {
      if (component(simple(error.field())) instanceof UIInput input
          && input.getValue() instanceof String typed) {
        input.setSubmittedValue(typed);
      }
    }
  }

  private void atField(FieldError error) {
    var field = component(simple(error.field()));
    if (field == null) {
      add(null, FacesMessage.SEVERITY_ERROR, words.error(error.code()));
      return;
    }
    if (field instanceof UIInput input) {
      input.setValid(false);
    }
    add(
        field.getClientId(FacesContext.getCurrentInstance()),
        FacesMessage.SEVERITY_ERROR,
        words.error(error.code()));
  }

  /** The last word of a path such as {@code person.phones[0]}: inputs carry it as their id. */
  static String simple(String field) {
    var bare = field.replaceAll("\\[\\d*]", "");
    return bare.substring(bare.lastIndexOf('.') + 1);
  }

  private static void add(String at, FacesMessage.Severity severity, String sentence) {
    FacesContext.getCurrentInstance().addMessage(at, new FacesMessage(severity, sentence, null));
  }

  private static UIComponent component(String id) {
    var context = FacesContext.getCurrentInstance();
    var found = new AtomicReference<UIComponent>();
    context
        .getViewRoot()
        .visitTree(
            VisitContext.createVisitContext(context),
            (visit, target) -> {
              if (id.equals(target.getId())) {
                found.set(target);
                return VisitResult.COMPLETE;
              }
              return VisitResult.ACCEPT;
            });
    return found.get();
  }
}
