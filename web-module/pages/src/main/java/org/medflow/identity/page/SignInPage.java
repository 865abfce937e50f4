package org.medflow.identity.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medflow.identity.boundary.Admission;
import org.medflow.identity.boundary.Credentials;
import org.medflow.identity.boundary.Doorway;
import org.medflow.identity.boundary.Enrolled;
import org.medflow.identity.boundary.Enrolment;
import org.medflow.identity.boundary.PasskeyAnswer;
import org.medflow.identity.boundary.PasskeyStep;
import org.medflow.identity.boundary.SecondCode;
import org.medflow.identity.boundary.SecondStep;
import org.medflow.identity.boundary.SignIn;
import org.medflow.identity.boundary.SignedIn;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Return;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;
import org.medflow.platform.web.Words;

/**
 * The door for people: a name and a password, then a code, or setting up where it comes from, and
 * back to where they were going.
 */
@Named
@RequestScoped
@Screen(path = "/connexion", view = "/identity/sign-in.xhtml", open = "the door itself")
public class SignInPage {

  private static final Map<String, String> NEWS =
      Map.of(
          "fin", "identity.sign-in.ended",
          "sortie", "identity.sign-in.left",
          "pret", "identity.sign-in.ready",
          "choisi", "identity.sign-in.chosen",
          "demande", "identity.sign-in.asked");

  @Inject SignIn door;
  @Inject SecondStep second;
  @Inject SessionTie tie;
  @Inject PasskeyStep passkeys;
  @Inject Notes notes;
  @Inject Words words;
  @Inject ExternalContext web;

  private String username;
  private String password;
  private String code;
  private String credential;
  private String back;
  private String step;
  private String challenge;
  private Enrolment enrolment;
  private Optional<String> passkey;
  private Optional<String> newPasskey;
  private List<String> recoveryCodes = List.of();

  public void enter() {
    attempt(
        () -> {
          var typed = new Credentials(username, password, address(), agent());
          var admission = door.signIn(typed);
          challenge = admission.challenge();
          step = admission.step().name();
          if (admission.step() == Admission.Step.IN) {
            goIn(admission.signedIn(), getBack());
          } else if (admission.step() == Admission.Step.LONGER) {
            Route.go("/acces?court=1&token=" + admission.challenge());
          }
        });
  }

  /** The second step: a code, or a recovery code. */
  public void answer() {
    attempt(() -> goIn(second.answer(given(code)), getBack()));
  }

  /** The second step with a passkey. */
  public void answerPasskey() {
    attempt(() -> goIn(passkeys.answer(signed()), getBack()));
  }

  /** A passkey made on the spot, in the place of an authenticator. */
  public void enrolPasskey() {
    attempt(() -> show(passkeys.enrol(signed(), words.of("identity.passkey.first"))));
  }

  /** Setting up an authenticator ends with a first code of it. */
  public void enrol() {
    attempt(() -> show(second.enrol(given(code))));
  }

  private void show(Enrolled enrolled) {
    recoveryCodes = enrolled.recoveryCodes();
    challenge = enrolled.challenge();
    step = "CODES";
  }

  /** The recovery codes are kept; in. */
  public void goOn() {
    attempt(() -> goIn(second.enter(given(null)), getBack()));
  }

  private void goIn(SignedIn signedIn, String target) {
    tie.tie(request(), signedIn.session());
    Route.go(Return.to(target));
  }

  private SecondCode given(String typed) {
    return new SecondCode(getChallenge(), typed, address(), agent());
  }

  private PasskeyAnswer signed() {
    return new PasskeyAnswer(getChallenge(), credential, doorway(), address(), agent());
  }

  /** A challenge that is over leads back to the password. */
  private void attempt(Runnable deed) {
    try {
      deed.run();
    } catch (Forbidden refused) {
      notes.refused(refused);
      if ("challenge-ended".equals(refused.code())) {
        step = "PASSWORD";
      }
    }
  }

  private HttpServletRequest request() {
    return (HttpServletRequest) web.getRequest();
  }

  private String address() {
    return request().getRemoteAddr();
  }

  private String agent() {
    return request().getHeader("User-Agent");
  }

  /** What is asked now: PASSWORD, CODE, ENROLMENT, or to keep the recovery CODES. */
  public String getStep() {
    var asked = step == null ? web.getRequestParameterMap().get("step") : step;
    return asked == null ? "PASSWORD" : asked;
  }

  public void setStep(String step) {
    this.step = step;
  }

  public String getChallenge() {
    return challenge == null ? web.getRequestParameterMap().get("challenge") : challenge;
  }

  public void setChallenge(String challenge) {
    this.challenge = challenge;
  }

  /** The secret to set up, by the challenge; null when that is over. */
  public Enrolment getEnrolment() {
    if (enrolment == null) {
      attempt(() -> enrolment = second.enrolment(getChallenge()));
    }
    return enrolment;
  }

  /** What her passkeys are asked; null when she has none for this name. */
  public String getPasskey() {
    if (passkey == null) {
      passkey = Optional.empty();
      attempt(() -> passkey = passkeys.offer(getChallenge(), doorway()));
    }
    return passkey.orElse(null);
  }

  /** What an authenticator is asked to make; null where that is impossible. */
  public String getNewPasskey() {
    if (newPasskey == null) {
      newPasskey = Optional.empty();
      attempt(() -> newPasskey = passkeys.offerNew(getChallenge(), doorway()));
    }
    return newPasskey.orElse(null);
  }

  private Doorway doorway() {
    return Doorways.of(request());
  }

  public QrPicture getPicture() {
    return QrPicture.of(getEnrolment().uri());
  }

  /** The secret in groups of four, to be typed. */
  public String getSecret() {
    return getEnrolment().secret().replaceAll("(.{4})(?=.)", "$1 ");
  }

  public List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  /** Message key of what brought somebody here, empty when she came by herself. */
  public String getNews() {
    var asked = web.getRequestParameterMap().keySet();
    return NEWS.entrySet().stream()
        .filter(news -> asked.contains(news.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
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

  public String getCredential() {
    return null;
  }

  public void setCredential(String credential) {
    this.credential = credential;
  }

  public String getBack() {
    return back == null ? web.getRequestParameterMap().get("retour") : back;
  }

  public void setBack(String back) {
    this.back = back;
  }
}
