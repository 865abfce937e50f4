/* Passkeys: a marked button lets the browser ask an authenticator (or have it make one), puts what
   it answered into a field of the form and presses the button that sends it. */
(function () {
  "use strict";
  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (letter) { return letter.charCodeAt(0); });
  }
  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }
  function asked(json) {
    var options = JSON.parse(json);
    options.challenge = bytes(options.challenge);
    if (options.user) { options.user.id = bytes(options.user.id); }
    (options.allowCredentials || options.excludeCredentials).forEach(function (one) {
      one.id = bytes(one.id);
    });
    return { publicKey: options };
  }
  function answered(made) {
    var given = { clientDataJSON: text(made.response.clientDataJSON) };
    ["attestationObject", "authenticatorData", "signature", "userHandle"].forEach(function (part) {
      if (made.response[part]) { given[part] = text(made.response[part]); }
    });
    if (made.response.getTransports) { given.transports = made.response.getTransports(); }
    return JSON.stringify({
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      response: given,
      clientExtensionResults: made.getClientExtensionResults()
    });
  }
  function tell(button, sentence) {
    var note = document.getElementById(button.dataset.note);
    note.textContent = sentence;
    note.hidden = !sentence;
  }
  function press(button) {
    var needed = document.getElementById(button.dataset.needs);
    tell(button, "");
    if (needed && !needed.reportValidity()) { return; }
    if (!window.PublicKeyCredential) {
      tell(button, button.dataset.unsupported);
      return;
    }
    if (button.getAttribute("aria-busy")) { return; }
    button.setAttribute("aria-busy", "true");
    navigator.credentials[button.dataset.passkey](asked(button.dataset.options))
      .then(function (made) {
        document.getElementById(button.dataset.field).value = answered(made);
        document.getElementById(button.dataset.send).click();
      })
      .catch(function () { tell(button, button.dataset.cancelled); })
      .then(function () { button.removeAttribute("aria-busy"); });
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-passkey]");
    if (button) { press(button); }
  });
})();
