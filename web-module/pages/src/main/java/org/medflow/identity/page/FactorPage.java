package org.medflow.identity.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import org.medflow.identity.boundary.FactorDesk;
import org.medflow.identity.boundary.FactorView;
import org.medflow.identity.boundary.OwnAccount;
import org.medflow.identity.boundary.SecondStep;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.web.Words;

/**
 * A person's second factor on the page of her account. A secret is shown and never kept, only its
 * challenge is; recovery codes stay in the memory of this view until she says that she has them.
 */
@Named
@ViewScoped
public class FactorPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject FactorDesk factors;
  @Inject SecondStep second;
  @Inject OwnAccount account;
  @Inject Notes notes;
  @Inject Words words;
  @Inject HttpServletRequest request;

  private FactorView mine;
  private String challenge;
  private transient List<String> recoveryCodes;
  private transient String password;
  private transient String code;

  @PostConstruct
  void open() {
    mine = factors.mine();
  }

  /** Shows a secret to set up. */
  public void begin() {
    proved(() -> challenge = factors.begin(code, address()).challenge());
  }

  /** A first code of it: from now on it is her factor. */
  public void confirm() {
    attempt(
        () -> {
          recoveryCodes = factors.confirm(challenge, code, address()).recoveryCodes();
          challenge = null;
          notes.here(words.of("identity.factor.done"));
        });
  }

  public void renew() {
    proved(
        () -> {
          recoveryCodes = factors.renewCodes(code, address());
          notes.here(words.of("identity.factor.renewed"));
        });
  }

  public void remove() {
    proved(
        () -> {
          factors.remove(code, address());
          notes.here(words.of("identity.factor.removed"));
        });
  }

  /** Back to the beginning: the codes are kept, or nothing is set up. */
  public void close() {
    challenge = null;
    recoveryCodes = null;
    open();
  }

  private void proved(Runnable deed) {
    attempt(
        () -> {
          account.prove(password, address());
          deed.run();
        });
  }

  private void attempt(Runnable deed) {
    try {
      deed.run();
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
    open();
  }

  private String address() {
    return request.getRemoteAddr();
  }

  /** What is shown: NONE, HELD, SETUP or CODES. */
  public String getState() {
    if (recoveryCodes != null) {
      return "CODES";
    }
    if (challenge != null) {
      return "SETUP";
    }
    return mine.enrolled() ? "HELD" : "NONE";
  }

  public FactorView getMine() {
    return mine;
  }

  public QrPicture getPicture() {
    return QrPicture.of(second.enrolment(challenge).uri());
  }

  /** The secret in groups of four, to be typed. */
  public String getSecret() {
    return second.enrolment(challenge).secret().replaceAll("(.{4})(?=.)", "$1 ");
  }

  public List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getCode() {
    return null;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
