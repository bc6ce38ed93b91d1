// A meeting while it is held: what one types is kept in this browser until the server has it, and sent
// again when the connection is back, with the same key, so that nothing is lost and nothing comes twice.
(function () {
  "use strict";
  var form = document.querySelector("[data-note]"), AGAIN = 4000, TICK = 10000;

  // How long the meeting is at this point: the server said since when.
  function tick() {
    var timer = document.querySelector(".now-timer");
    if (!timer) { return; }
    var minutes = Math.max(0, Math.floor((Date.now() - Date.parse(timer.dataset.since)) / 60000));
    timer.querySelector("b").textContent = minutes;
    timer.classList.toggle("now-late", Boolean(timer.dataset.planned) && minutes > timer.dataset.planned);
  }
  setInterval(tick, TICK);
  // It began while this page was open: from here there is something to write in.
  document.addEventListener("htmx:afterSwap", function () {
    tick();
    if (!form && document.querySelector("#now[data-running]")) { location.reload(); }
  });
  if (!form) { return; }

  // On a shared device nothing stays behind when the window closes.
  var shelf = document.querySelector("[data-idle]") ? window.sessionStorage : window.localStorage;
  var mine = "zv-note:" + form.dataset.owner + ":" + form.dataset.note + ":";
  var draft = "zv-draft:" + form.dataset.owner + ":" + form.dataset.point;
  var words = form.querySelector("[name=words]"), speaker = form.querySelector("[name=said_by]");
  var told = form.querySelector(".note-waits"), sending = false;

  function freshKey() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), function (b) {
      return (b + 256).toString(16).slice(1);
    }).join("");
  }
  function waiting() {
    return Object.keys(shelf).filter(function (name) { return name.indexOf(mine) === 0; }).sort();
  }
  function show(out) {
    var left = waiting().length;
    told.hidden = !left;
    told.textContent = left ? (out ? told.dataset.out : told.dataset.waits.replace("#", left)) : "";
  }
  function keepDraft() {
    if (words.value) { shelf.setItem(draft, words.value); } else { shelf.removeItem(draft); }
  }
  // The server refused it: the form shows why, as it does without JavaScript.
  function refused(name, note) {
    shelf.removeItem(name);
    form.action = note.action;
    words.value = note.words;
    var kind = document.createElement("input");
    kind.type = "hidden"; kind.name = "kind"; kind.value = note.kind;
    form.appendChild(kind);
    if (speaker) { speaker.value = note.said_by; }
    form.submit();
  }
  function send() {
    var names = waiting();
    if (sending || !names.length) { show(); return; }
    var name = names[0], note = JSON.parse(shelf.getItem(name)), body = new FormData();
    body.append("words", note.words);
    body.append("kind", note.kind);
    body.append("said_by", note.said_by);
    body.append("csrfmiddlewaretoken", document.querySelector('meta[name="zv-csrf"]').content);
    sending = true;
    fetch(note.action, {
      method: "POST", body: body, redirect: "manual", credentials: "same-origin",
      // Waited: 401 for who must sign in, also when a page from before has the token of then.
      headers: { "X-Requested-With": "fetch", "X-Waited": "no", "Idempotency-Key": note.key }
    }).then(function (answer) {
      sending = false;
      if (answer.status === 204) {
        shelf.removeItem(name);
        document.body.dispatchEvent(new CustomEvent("zv:noted", { bubbles: true }));
        send();
      } else if (answer.status === 422 || answer.status === 409 || answer.status === 403) {
        refused(name, note);
      } else {
        show(answer.status === 401);
      }
    }).catch(function () { sending = false; show(); });
  }
  form.addEventListener("submit", function (event) {
    var kind = event.submitter && event.submitter.value;
    if (!kind || !words.value.trim()) { return; }
    event.preventDefault();
    // In the order of writing: the moment first, then the key.
    var key = freshKey();
    shelf.setItem(mine + String(Date.now()).padStart(15, "0") + ":" + key, JSON.stringify({
      action: form.action, words: words.value, kind: kind, key: key,
      said_by: speaker ? speaker.value : ""
    }));
    words.value = "";
    if (speaker) { speaker.value = ""; }
    keepDraft();
    words.focus();
    send();
  });
  words.addEventListener("input", keepDraft);
  if (!words.value && shelf.getItem(draft)) { words.value = shelf.getItem(draft); }
  window.addEventListener("online", send);
  setInterval(send, AGAIN);
  send();

  // Who writes nothing goes along when the meeting goes on; who writes stays at their point.
  document.addEventListener("htmx:afterSwap", function () {
    var now = document.getElementById("now").dataset.now, here = location.search.indexOf("punt=") < 0;
    if (now && here && now !== form.dataset.point && !words.value && !waiting().length) {
      location.assign(location.pathname);
    }
  });
})();
