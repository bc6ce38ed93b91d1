// Every page: starts the service worker, has it send what waits, and shows how much that is.
(function () {
  "use strict";
  if (!("serviceWorker" in navigator) || !window.indexedDB) { return; }
  var line = document.querySelector("[data-waiting]");
  function send() {
    if (navigator.serviceWorker.controller) { navigator.serviceWorker.controller.postMessage("send"); }
  }
  function base() {
    return new Promise(function (done, failed) {
      var asked = indexedDB.open("zv", 1);
      asked.onupgradeneeded = function () {
        asked.result.createObjectStore("waiting", { keyPath: "id", autoIncrement: true });
        asked.result.createObjectStore("known");
      };
      asked.onsuccess = function () { done(asked.result); };
      asked.onerror = function () { failed(asked.error); };
    });
  }
  function within(mode, act) {
    return base().then(function (found) {
      return new Promise(function (done, failed) {
        var transaction = found.transaction(["waiting", "known"], mode), asked = act(transaction);
        transaction.oncomplete = function () { done(asked); found.close(); };
        transaction.onabort = function () { failed(transaction.error); };
      });
    });
  }
  function read() {
    return within("readonly", function (transaction) {
      return [transaction.objectStore("waiting").getAll(), transaction.objectStore("known").get("who")];
    }).then(function (asked) { return { rows: asked[0].result, known: asked[1].result }; });
  }
  // Reception that comes back is not always told: try again, less and less often.
  var FIRST_WAIT = 4000, LONGEST_WAIT = 60000, wait = FIRST_WAIT, timer = null;
  function again(mine) {
    if (!mine) { wait = FIRST_WAIT; clearTimeout(timer); timer = null; return; }
    if (timer) { return; }
    timer = setTimeout(function () { timer = null; send(); }, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
  // What was ticked without reception stands on its own page as waiting, and as sent once it is.
  function same(form, row) {
    var asked = row.fields.filter(function (one) { return one[0] === "on_date"; })[0];
    var day = form.elements.on_date;
    return form.action === row.url && (!day || !asked || day.value === asked[1]);
  }
  function mark(mine) {
    if (!line) { return; }
    document.querySelectorAll("form[method=post]:not(#write)").forEach(function (form) {
      var about = mine.filter(function (row) { return same(form, row); });
      var waits = about.some(function (row) { return row.state !== "held"; });
      var note = form.nextElementSibling;
      if (about.length && !waits) {
        // Refused: it is not sent, and 'Nog te versturen' says why.
        form.hidden = false;
        if (note && note.matches("[data-awaits]")) { note.remove(); }
        return;
      }
      if (!note || !note.matches("[data-awaits]")) {
        if (!waits || form.querySelector("textarea")) { return; }
        note = document.createElement("p");
        note.className = "status"; note.dataset.awaits = "";
        form.after(note);
      }
      form.hidden = true;
      note.textContent = waits ? line.dataset.waits : line.dataset.sent;
    });
  }
  function count(mine) {
    again(mine);
    if (!line) { return; }
    line.hidden = !mine;
    line.querySelector("b").textContent = mine;
  }
  // ---- the page 'Nog te versturen'
  var list = document.getElementById("waiting-list");
  function plain(text) {
    var holder = document.createElement("textarea");
    holder.innerHTML = text || "";
    return holder.value;
  }
  function field(row, name) {
    var found = row.fields.filter(function (one) { return one[0] === name; })[0];
    return found && typeof found[1] === "string" ? found[1] : "";
  }
  function shown(row) {
    var copy = document.getElementById("waiting-row").content.cloneNode(true);
    var kind = Object.keys(list.dataset).filter(function (name) {
      return name.indexOf("kind") === 0 && row.url.indexOf(list.dataset[name].split("|")[0]) > 0;
    })[0];
    var words = [field(row, "title"), field(row, "body")].filter(Boolean).join(". ");
    copy.querySelector("h2").textContent = kind ? list.dataset[kind].split("|")[1] : list.dataset.other;
    copy.querySelector("[data-words]").textContent = words;
    copy.querySelector("[data-at]").textContent = new Date(row.at).toLocaleString(
      document.documentElement.lang, { weekday: "long", hour: "2-digit", minute: "2-digit" });
    var why = copy.querySelector("[data-why]"), open = copy.querySelector("[data-open]");
    why.hidden = row.state !== "held";
    why.textContent = plain(row.sentence) || list.dataset.refused;
    open.hidden = row.state !== "held" || row.url.indexOf("/schrijven/") < 0;
    open.href = row.url + "#" + row.id;
    if (row.status === 409) { copy.querySelector("[data-drop]").textContent = list.dataset.seen; }
    copy.querySelector("[data-drop]").addEventListener("click", function () {
      within("readwrite", function (transaction) {
        return transaction.objectStore("waiting").delete(row.id);
      }).then(draw);
    });
    return copy;
  }
  function draw() {
    return read().then(function (found) {
      var mine = found.rows.filter(function (row) { return found.known && row.who === found.known.who; });
      count(mine.length);
      mark(mine);
      if (!list) { return; }
      list.replaceChildren.apply(list, mine.map(shown));
      document.getElementById("waiting-none").hidden = found.rows.length > 0;
      document.getElementById("waiting-others").hidden = found.rows.length === mine.length;
      document.getElementById("waiting-again").hidden = !mine.length;
    });
  }
  // ---- a message that was held, in the composer again
  function chosen(input, file) {
    var files = new DataTransfer();
    Array.prototype.forEach.call(input.files, function (one) { files.items.add(one); });
    files.items.add(file);
    input.files = files.files;
  }
  function refill() {
    var form = document.getElementById("write"), id = Number(location.hash.slice(1));
    if (!form || !id) { return; }
    read().then(function (found) {
      var row = found.rows.filter(function (one) { return one.id === id; })[0];
      if (!row || !found.known || row.who !== found.known.who) { return; }
      form.querySelectorAll("input[type=checkbox]").forEach(function (box) { box.checked = false; });
      row.fields.forEach(function (one) {
        form.querySelectorAll('[name="' + one[0] + '"]').forEach(function (input) {
          if (input.type === "radio" || input.type === "checkbox") {
            if (input.value === one[1]) { input.checked = true; }
          } else if (input.type === "file") {
            if (one[1].size) { chosen(input, one[1]); }
          } else if (input.type !== "hidden") { input.value = one[1]; }
        });
      });
      var mark = document.createElement("input");
      mark.type = "hidden"; mark.name = "waited"; mark.value = id;
      form.appendChild(mark);
      form.elements.subject.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  // A form that could not be sent and is not kept: it stays as it is, and its page says so.
  function stays() {
    var live = document.getElementById("live");
    if (!live) { return; }
    live.textContent = live.dataset.offline;
    live.scrollIntoView({ block: "center" });
  }
  navigator.serviceWorker.addEventListener("message", function (event) {
    if (event.data && "waiting" in event.data) { draw(); }
    if (event.data && event.data.away) { stays(); }
  });
  navigator.serviceWorker.register("/zv.js").then(function () { return navigator.serviceWorker.ready; })
    .then(send, function () { return null; });
  navigator.serviceWorker.addEventListener("controllerchange", send);
  window.addEventListener("online", send);
  window.addEventListener("pageshow", function (event) { if (event.persisted) { draw(); } });
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { send(); } });
  var now = document.getElementById("waiting-again");
  if (now) { now.addEventListener("click", send); }
  var out = document.getElementById("uit");
  if (out && location.hash === "#uit") { out.hidden = false; }
  draw().then(refill, function () { return null; });
})();
