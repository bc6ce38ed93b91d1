// A shared device: who touches and types nothing is told, and a minute later leaves the page. The
// server ends the session by itself; this clears the screen.
(function () {
  "use strict";
  var bar = document.querySelector("[data-idle]");
  if (!bar) { return; }
  var idle = Number(bar.dataset.idle) * 1000, last = Date.now(), told = Date.now();
  var soon = bar.querySelector(".shared-soon");
  function active() {
    last = Date.now();
    if (!soon.hidden) { soon.hidden = true; soon.textContent = ""; }
    // Typing asks the server for nothing: say that somebody is there, twice a while.
    if (last - told > idle / 3) {
      told = last;
      fetch(bar.dataset.still, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    }
  }
  function look() {
    var quiet = Date.now() - last;
    if (quiet > idle) {
      clearInterval(watch);
      location.replace(bar.dataset.out);
      return;
    }
    if (quiet > idle - 60000 && soon.hidden) {
      soon.hidden = false;
      soon.textContent = soon.dataset.words;
    }
  }
  ["keydown", "pointerdown", "scroll"].forEach(function (name) {
    document.addEventListener(name, active, { passive: true });
  });
  var watch = setInterval(look, 1000);
})();
