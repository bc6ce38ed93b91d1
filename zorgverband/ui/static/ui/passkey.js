// Passkeys: forms with data-passkey="get" or "create" are shown when the browser knows passkeys. On
// sending, the browser asks the person, and the answer goes along in the form's credential field.
(function () {
  "use strict";
  function toBytes(text) {
    var raw = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(raw, function (sign) { return sign.charCodeAt(0); });
  }
  function toText(buffer) {
    var raw = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(raw).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }
  function withBytes(known) {
    return Object.assign({}, known, { id: toBytes(known.id) });
  }
  function asked(options) {
    var key = Object.assign({}, options.publicKey);
    key.challenge = toBytes(key.challenge);
    if (key.user) { key.user = withBytes(key.user); }
    ["allowCredentials", "excludeCredentials"].forEach(function (name) {
      if (key[name]) { key[name] = key[name].map(withBytes); }
    });
    return { publicKey: key };
  }
  function answered(credential) {
    var given = {}, response = credential.response;
    ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"].forEach(
      function (name) { if (response[name]) { given[name] = toText(response[name]); } });
    if (response.getTransports) { given.transports = response.getTransports(); }
    return JSON.stringify({
      id: credential.id, rawId: toText(credential.rawId), type: credential.type, response: given,
      clientExtensionResults: credential.getClientExtensionResults(),
      authenticatorAttachment: credential.authenticatorAttachment
    });
  }
  function options(form) {
    if (form.dataset.options) { return Promise.resolve(JSON.parse(form.dataset.options)); }
    return fetch(form.action, {
      headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" }
    }).then(function (answer) {
      if (!answer.ok) { throw new Error("no question"); }
      return answer.json();
    }).then(function (data) { return data.request_options; });
  }
  function failed(form) {
    var place = form.querySelector("[data-passkey-error]");
    place.querySelector("span").textContent = form.dataset.failed;
    place.hidden = false;
    place.setAttribute("role", "alert");
  }
  function wire(form) {
    var field = form.querySelector('input[name$="passkey"], input[name="credential"]');
    form.hidden = false;
    form.addEventListener("submit", function (event) {
      if (field.value) { return; }
      event.preventDefault();
      options(form).then(function (words) {
        return navigator.credentials[form.dataset.passkey](asked(words));
      }).then(function (credential) {
        field.value = answered(credential);
        form.submit();
      }).catch(function () { failed(form); });
    });
  }
  document.addEventListener("DOMContentLoaded", function () {
    if (!window.PublicKeyCredential || !navigator.credentials) { return; }
    document.querySelectorAll("form[data-passkey]").forEach(wire);
  });
})();
