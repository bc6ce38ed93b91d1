// Inspreken: what one says comes in the text field, at the cursor; nothing is ever sent by itself. Says
// first that some devices send the voice to their maker; on a shared device each time.
(function () {
  "use strict";
  var Listener = window.SpeechRecognition || window.webkitSpeechRecognition;
  var shape = document.querySelector("template[data-dictate]");
  if (!Listener || !shape) { return; }
  var KEPT = "zv-dictate", shared = shape.hasAttribute("data-shared"), busy = null;
  var SPOKEN = { nl: "nl-NL", en: "en-GB" };

  function put(field, words) {
    var from = field.selectionStart, before = field.value.slice(0, from);
    var gap = before && !/\s$/.test(before) ? " " : "";
    field.setRangeText(gap + words.trim(), from, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function offer(field) {
    var box = shape.content.firstElementChild.cloneNode(true), listener = null;
    var button = box.querySelector("[data-start]"), stop = box.querySelector("[data-stop]");
    var asks = box.querySelector("[data-asks]"), told = box.querySelector("[data-told]");

    function show(listens) {
      button.hidden = listens;
      stop.hidden = !listens;
    }
    function tell(what) { told.textContent = what ? told.dataset[what] : ""; }
    function end() {
      if (listener) { listener.onend = null; listener.stop(); }
      listener = null;
      busy = null;
      show(false);
    }
    function listen() {
      asks.hidden = true;
      if (busy) { busy(); }
      listener = new Listener();
      listener.lang = SPOKEN[document.documentElement.lang] || document.documentElement.lang;
      listener.continuous = true;
      listener.interimResults = false;
      listener.onresult = function (event) {
        for (var at = event.resultIndex; at < event.results.length; at += 1) {
          if (event.results[at].isFinal) { put(field, event.results[at][0].transcript); }
        }
      };
      listener.onerror = function (event) {
        if (event.error !== "no-speech" && event.error !== "aborted") { tell("failed"); }
      };
      // The device stops by itself when it hears nothing for a while.
      listener.onend = function () {
        end();
        if (told.textContent === told.dataset.listens) { tell(""); }
      };
      busy = end;
      tell("listens");
      show(true);
      stop.focus();
      listener.start();
    }
    button.addEventListener("click", function () {
      if (!shared && localStorage.getItem(KEPT)) { listen(); return; }
      asks.hidden = false;
      asks.querySelector("[data-yes]").focus();
    });
    asks.querySelector("[data-yes]").addEventListener("click", function () {
      if (!shared) { localStorage.setItem(KEPT, "1"); }
      listen();
    });
    asks.querySelector("[data-no]").addEventListener("click", function () {
      asks.hidden = true;
      button.focus();
    });
    stop.addEventListener("click", function () { end(); tell(""); field.focus(); });
    field.insertAdjacentElement("afterend", box);
    field.dataset.dictated = "1";
  }
  function look() {
    document.querySelectorAll("textarea:not([readonly]):not([data-dictated])").forEach(offer);
  }
  document.addEventListener("htmx:afterSwap", look);
  window.addEventListener("pagehide", function () { if (busy) { busy(); } });
  look();
})();
