// Every page: protection headers for htmx, focus on the summary of errors, a word when a request fails.
(function () {
  "use strict";
  function meta(name) {
    var found = document.querySelector('meta[name="' + name + '"]');
    return found ? found.content : "";
  }
  function freshKey() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    var hex = Array.from(bytes, function (b) { return (b + 256).toString(16).slice(1); }).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }
  function say(text) {
    var live = document.getElementById("live");
    if (live) { live.textContent = text || ""; }
  }
  function focusFirst(root) {
    var target = root.querySelector && root.querySelector("[data-focus]");
    if (target) { target.focus(); }
  }
  document.addEventListener("htmx:configRequest", function (event) {
    if (event.detail.verb === "get") { return; }
    var form = event.detail.elt.closest("form");
    var field = form && form.querySelector('input[name="key"]');
    event.detail.headers["X-CSRFToken"] = meta("zv-csrf");
    event.detail.headers["Idempotency-Key"] = (field && field.value) || freshKey();
  });
  // A form that stays on the page says something new next time: the same key would be a repeat.
  document.addEventListener("htmx:afterRequest", function (event) {
    var form = event.detail.elt.closest("form");
    var field = form && form.querySelector('input[name="key"]');
    var sent = event.detail.requestConfig.headers["Idempotency-Key"];
    if (event.detail.successful && field && field.value === sent) { field.value = freshKey(); }
  });
  document.addEventListener("htmx:afterSwap", function (event) { focusFirst(event.detail.elt); });
  // News renews a list by itself; not while somebody writes in it, for their words would go with it. Who
  // is sent on to another page, such as the one to sign in on, goes there whole.
  function written(root) {
    return Array.prototype.some.call(root.querySelectorAll("textarea, input[type=text]"), function (field) {
      return field === document.activeElement || field.value !== field.defaultValue;
    });
  }
  function elsewhere(answer, asked) {
    return Boolean(answer) && new URL(answer).pathname !== new URL(asked, location.href).pathname;
  }
  document.addEventListener("htmx:beforeSwap", function (event) {
    var asked = event.detail.requestConfig, cause = asked.triggeringEvent;
    if (asked.verb === "get" && elsewhere(event.detail.xhr.responseURL, asked.path)) {
      event.detail.shouldSwap = false;
      if (!written(document)) { location.reload(); }
    } else if (cause && cause.type === "zv:news" && written(event.detail.target)) {
      event.detail.shouldSwap = false;
    }
  });
  document.addEventListener("htmx:sendError", function () {
    say(document.getElementById("live").dataset.offline);
  });
  document.addEventListener("htmx:responseError", function () {
    say(document.getElementById("live").dataset.failed);
  });
  // "Snel weg": this page makes way at once, and cannot be found with the button "back".
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.hasAttribute("data-quick-exit")) { return; }
    event.preventDefault();
    fetch(form.action, {
      method: "POST", body: new FormData(form), keepalive: true, redirect: "manual"
    });
    location.replace(form.dataset.quickExit);
  });
  // A browser brings the line one writes on into view; the rest of the field may lie behind a bar.
  document.addEventListener("focusin", function (event) {
    if (event.target.matches("textarea")) { event.target.scrollIntoView({ block: "nearest" }); }
  });
  document.addEventListener("DOMContentLoaded", function () { focusFirst(document); });
})();
