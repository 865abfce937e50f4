package org.medflow.identity.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.medflow.audit.boundary.Refusals;
import org.medflow.identity.boundary.OwnAccount;
import org.medflow.identity.boundary.PasswordChange;
import org.medflow.identity.boundary.SessionView;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Screen;
import org.medflow.platform.web.Words;

/** A person's own account: where she is signed in, and her password. */
@Named
@ViewScoped
@Screen(
    path = "/compte",
    view = "/identity/account.xhtml",
    staff = "everybody has an account and sees nothing here but her own")
public class AccountPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject OwnAccount account;
  @Inject Notes notes;
  @Inject Words words;
  @Inject HttpServletRequest request;

  private List<SessionView> sessions = List.of();
  private Refusals refusals;
  private String current;
  private String wanted;
  private String repeated;

  @PostConstruct
  void open() {
    sessions = account.sessions();
    refusals = account.refusals();
  }

  public void end(UUID session) {
    attempt(
        () -> {
          account.end(session);
          notes.here(words.of("identity.account.ended", 1));
        });
  }

  public void endOthers() {
    attempt(() -> notes.here(words.of("identity.account.ended", account.endOthers())));
  }

  /** Nothing that was typed is kept, whatever comes of it. */
  public void changePassword() {
    attempt(
        () -> {
          if (!Objects.equals(wanted, repeated)) {
            throw Invalid.field("repeated", "passwords-differ");
          }
          account.changePassword(new PasswordChange(current, wanted), request.getRemoteAddr());
          notes.here(words.of("identity.account.changed"));
        });
    current = null;
    wanted = null;
    repeated = null;
  }

  private void attempt(Runnable deed) {
    try {
      deed.run();
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
    open();
  }

  public Refusals getRefusals() {
    return refusals;
  }

  public List<SessionView> getSessions() {
    return sessions;
  }

  /** Sessions of hers elsewhere. */
  public long getOthers() {
    return sessions.stream().filter(session -> !session.current()).count();
  }

  /** The browser or program in a word or two; what it called itself is shown on demand. */
  public String program(String agent) {
    return Programs.named(agent).orElseGet(() -> words.of("identity.account.program.other"));
  }

  public String getCurrent() {
    return current;
  }

  public void setCurrent(String current) {
    this.current = current;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getRepeated() {
    return repeated;
  }

  public void setRepeated(String repeated) {
    this.repeated = repeated;
  }
}
