package org.medflow.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/** An authenticator in the machine of a visitor, as Chromium pretends one for tests. */
final class VirtualKey {

  private final Visitor visitor;
  private final CDPSession machine;
  private String id;

  VirtualKey(Visitor visitor) {
    this.visitor = visitor;
    this.machine = visitor.page().context().newCDPSession(visitor.page());
    machine.send("WebAuthn.enable", new JsonObject());
    plugIn();
  }

  private void plugIn() {
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var asked = new JsonObject();
    asked.add("options", options);
    id =
        machine
            .send("WebAuthn.addVirtualAuthenticator", asked)
            .get("authenticatorId")
            .getAsString();
  }

  /** Another authenticator, which knows nothing, in the place of this one. */
  void exchange() {
    machine.send("WebAuthn.removeVirtualAuthenticator", about());
    plugIn();
  }

  /** On this page nobody touches it: the browser gives up, as it does after a while. */
  void refuses() {
    visitor
        .page()
        .evaluate(
            "() => { navigator.credentials.get = () =>"
                + " Promise.reject(new DOMException('not touched', 'NotAllowedError')); }");
  }

  /** The same key in another housing, whose counter was copied when it was still at this number. */
  void copiedAt(int count) {
    var key = held();
    key.addProperty("signCount", count);
    key.addProperty("rpId", "localhost");
    var asked = about();
    asked.add("credential", key);
    machine.send("WebAuthn.clearCredentials", about());
    machine.send("WebAuthn.addCredential", asked);
  }

  /** What an authenticator answers to these options, as JSON of WebAuthn. */
  String sign(String publicKey) {
    return (String)
        visitor
            .page()
            .evaluate(
                """
                async text => JSON.stringify((await navigator.credentials.get({
                  publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(text))
                })).toJSON())
                """,
                publicKey);
  }

  private JsonObject held() {
    return machine
        .send("WebAuthn.getCredentials", about())
        .getAsJsonArray("credentials")
        .get(0)
        .getAsJsonObject();
  }

  private JsonObject about() {
    var asked = new JsonObject();
    asked.addProperty("authenticatorId", id);
    return asked;
  }
}
