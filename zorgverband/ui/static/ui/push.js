// 'Meldingen': asks the browser for messages on this device, and hands over where they may be sent.
(function () {
  "use strict";
  if (!("serviceWorker" in navigator) || !("PushManager" in window)) { return; }
  var form = document.querySelector("[data-push]"), off = document.querySelector("[data-push-off]");
  function give_up() {
    return navigator.serviceWorker.ready.then(function (worker) {
      return worker.pushManager.getSubscription();
    }).then(function (had) { return had ? had.unsubscribe() : null; });
  }
  if (off) { off.addEventListener("submit", function () { give_up(); }); }
  if (!form) { return; }
  var said = form.querySelector("[data-push-said]");
  form.querySelector("[data-push-cannot]").hidden = true;
  form.querySelector("[data-push-can]").hidden = false;
  function bytes(text) {
    var plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, function (sign) { return sign.charCodeAt(0); });
  }
  function fill(got) {
    var given = got.toJSON();
    form.elements.endpoint.value = given.endpoint;
    form.elements.public_key.value = given.keys.p256dh;
    form.elements.secret.value = given.keys.auth;
    form.submit();
  }
  form.addEventListener("submit", function (event) {
    if (form.elements.endpoint.value) { return; }
    event.preventDefault();
    Notification.requestPermission().then(function (answer) {
      if (answer !== "granted") { said.textContent = form.dataset.denied; return null; }
      // One made for another key, or for who used this device before, is of no use.
      return give_up().then(function () { return navigator.serviceWorker.ready; }).then(function (worker) {
        return worker.pushManager.subscribe(
          { userVisibleOnly: true, applicationServerKey: bytes(form.dataset.push) });
      }).then(fill);
    }).catch(function () { said.textContent = form.dataset.failed; });
  });
})();
