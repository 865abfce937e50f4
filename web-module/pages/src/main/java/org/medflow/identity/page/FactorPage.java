package org.medflow.identity.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.identity.boundary.FactorDesk;
import org.medflow.identity.boundary.FactorView;
import org.medflow.identity.boundary.NewPasskey;
import org.medflow.identity.boundary.OwnAccount;
import org.medflow.identity.boundary.PasskeyDesk;
import org.medflow.identity.boundary.PasskeyView;
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
  @Inject PasskeyDesk desk;
  @Inject SecondStep second;
  @Inject OwnAccount account;
  @Inject Notes notes;
  @Inject Words words;
  @Inject HttpServletRequest request;

  private FactorView mine;
  private List<PasskeyView> passkeys = List.of();
  private boolean possible;
  private String challenge;
  private String creation;
  private String presented;
  private transient Optional<String> offer;
  private transient List<String> recoveryCodes;
  private transient String password;
  private transient String code;
  private transient String label;
  private transient String credential;

  @PostConstruct
  void open() {
    mine = factors.mine();
    passkeys = desk.mine();
    possible = desk.possible(Doorways.of(request));
    offer = null;
  }

  /** Shows a secret to set up. */
  public void begin() {
    proved(() -> challenge = factors.begin(proof(), address()).challenge());
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
          recoveryCodes = factors.renewCodes(proof(), address());
          notes.here(words.of("identity.factor.renewed"));
        });
  }

  public void remove() {
    proved(
        () -> {
          factors.remove(proof(), address());
          notes.here(words.of("identity.factor.removed"));
        });
  }

  /** Asks for a passkey to be made. */
  public void beginPasskey() {
    proved(() -> creation = desk.begin(proof(), Doorways.of(request), address()));
  }

  /** It was made: kept under its name. */
  public void addPasskey() {
    attempt(
        () -> {
          creation = null;
          var made = new NewPasskey(label, credential, Doorways.of(request));
          var codes = desk.add(made).recoveryCodes();
          recoveryCodes = codes.isEmpty() ? null : codes;
          notes.here(words.of("identity.passkey.added"));
        });
  }

  public void removePasskey(UUID id) {
    proved(
        () -> {
          desk.remove(id, proof(), address());
          notes.here(words.of("identity.passkey.removed"));
        });
  }

  /** A passkey in the place of a code. */
  public void present() {
    attempt(() -> presented = desk.present(credential, Doorways.of(request), address()));
  }

  /** What was presented counts once, whatever comes of it. */
  private String proof() {
    var given = presented == null ? code : presented;
    presented = null;
    return given;
  }

  /** Back to the beginning: the codes are kept, or nothing is set up. */
  public void close() {
    challenge = null;
    recoveryCodes = null;
    creation = null;
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

  /** What is shown: NONE, HELD, SETUP, PASSKEY or CODES. */
  public String getState() {
    if (recoveryCodes != null) {
      return "CODES";
    }
    if (challenge != null) {
      return "SETUP";
    }
    if (creation != null) {
      return "PASSKEY";
    }
    return mine.enrolled() ? "HELD" : "NONE";
  }

  public FactorView getMine() {
    return mine;
  }

  public List<PasskeyView> getPasskeys() {
    return passkeys;
  }

  /** Whether a passkey can be made here. */
  public boolean isPossible() {
    return possible;
  }

  public boolean isPresented() {
    return presented != null;
  }

  /** What an authenticator is asked to make. */
  public String getCreation() {
    return creation;
  }

  /** What her passkeys are asked in the place of a code; null when none is for this name. */
  public String getOffer() {
    if (offer == null) {
      offer = desk.offer(Doorways.of(request));
    }
    return offer.orElse(null);
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

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public String getCredential() {
    return null;
  }

  public void setCredential(String credential) {
    this.credential = credential;
  }

  public String getCode() {
    return null;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
