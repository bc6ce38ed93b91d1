// Voorlezen: the device reads the page aloud, with a voice of its own where it has one. Who uses a
// voice that sends the words away is asked first; on a shared device everybody is, each time.
(function () {
  "use strict";
  var box = document.querySelector("[data-aloud]"), synth = window.speechSynthesis;
  if (!box || !synth || !window.SpeechSynthesisUtterance) { return; }
  var KEPT = "zv-voice-away", LEFT_OUT = "form, button, select, textarea, svg, nav, script, a.button, .tiles, .back, .hidden, [hidden], [data-silent], [role=status], .avatar, .what-here, details:not([open])";
  var BLOCK = "main, section, article, div, ul, ol, li, dl, dt, dd, h1, h2, h3, h4, p, summary, td, th";
  var start = box.querySelector("[data-start]"), stop = box.querySelector("[data-stop]");
  var asks = box.querySelector("[data-asks]"), shared = box.hasAttribute("data-shared");
  var waiting = [], main = document.getElementById("main");

  function voice(language) {
    var mine = synth.getVoices().filter(function (one) {
      return one.lang.slice(0, 2).toLowerCase() === language.slice(0, 2);
    });
    return mine.filter(function (one) { return one.localService; })[0] || mine[0];
  }
  function spoken(node) {
    var named = node.closest("[lang]");
    return named ? named.lang : "nl";
  }
  // Pieces of at most a sentence, all words of a block together: some devices stop in the middle of a
  // long one.
  function pieces() {
    var found = [], words = "", block = null, lang = "", node;
    var walker = document.createTreeWalker(main, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    function end() {
      words.replace(/([.!?])\s+/g, "$1\n").split("\n").forEach(function (one) {
        if (/\S/.test(one)) { found.push({ words: one.trim(), lang: lang }); }
      });
      words = "";
    }
    while ((node = walker.nextNode())) {
      if (node.nodeName === "BR") { end(); }
      if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) { continue; }
      var holder = node.parentElement, whole = holder.closest(BLOCK), language = spoken(holder);
      if (holder.closest(LEFT_OUT) || !holder.getClientRects().length) { continue; }
      if (whole !== block || language !== lang) { end(); }
      block = whole;
      lang = language;
      words += " " + (holder.closest(".prose") ? node.data : node.data.replace(/\s+/g, " "));
    }
    end();
    return found;
  }
  function needed() {
    return [document.documentElement.lang].concat(pieces().map(function (one) { return one.lang; }));
  }
  function sendsAway() {
    return needed().some(function (language) {
      var one = voice(language);
      return one && !one.localService;
    });
  }
  function show(reading) {
    start.hidden = reading;
    stop.hidden = !reading;
  }
  function ask(why) {
    asks.hidden = !why;
    start.hidden = Boolean(why);
    asks.querySelectorAll("[data-why]").forEach(function (one) {
      one.hidden = one.dataset.why !== why;
    });
    if (why) { asks.querySelector("[data-yes]").focus(); }
  }
  function next() {
    var piece = waiting.shift();
    if (!piece) { show(false); return; }
    var said = new SpeechSynthesisUtterance(piece.words);
    said.voice = voice(piece.lang) || voice(document.documentElement.lang) || null;
    said.lang = piece.lang;
    said.onend = next;
    said.onerror = function () { waiting = []; show(false); };
    synth.speak(said);
  }
  function read() {
    ask("");
    synth.cancel();
    waiting = pieces();
    show(true);
    stop.focus();
    next();
  }
  function quiet() {
    waiting = [];
    synth.cancel();
    show(false);
  }
  function may() {
    if (shared) { return "shared"; }
    return sendsAway() && !localStorage.getItem(KEPT) ? "away" : "";
  }
  start.addEventListener("click", function () {
    var why = may();
    if (why) { ask(why); } else { read(); }
  });
  stop.addEventListener("click", function () { quiet(); start.focus(); });
  asks.querySelector("[data-yes]").addEventListener("click", function () {
    if (!shared) { localStorage.setItem(KEPT, "1"); }
    read();
  });
  asks.querySelector("[data-no]").addEventListener("click", function () { ask(""); start.focus(); });
  window.addEventListener("pagehide", quiet);
  // Without a voice for this language there is nothing to offer; a device may find its voices later.
  function offer() { box.hidden = !voice(document.documentElement.lang); }
  if (synth.addEventListener) { synth.addEventListener("voiceschanged", offer); }
  offer();
})();
