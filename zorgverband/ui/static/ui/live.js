// Listens for "there is news" and tells the page; the page fetches again itself, as the viewer.
(function () {
  "use strict";
  var address = document.querySelector('meta[name="zv-live"]');
  if (!address || !address.content || !window.EventSource) { return; }
  var PAUSE = 1000, FIRST_WAIT = 1000, LONGEST_WAIT = 60000;
  var source = null, timer = null, wait = FIRST_WAIT, last = 0, planned = null, broken = false;

  function tell() {
    planned = null;
    last = Date.now();
    document.body.dispatchEvent(new CustomEvent("zv:news", { bubbles: true }));
  }
  // Ten events in one second are one look at the server.
  function news() {
    if (planned || document.hidden) { return; }
    planned = setTimeout(tell, Math.max(0, last + PAUSE - Date.now()));
  }
  function stop() {
    clearTimeout(timer);
    if (source) { source.close(); }
    source = null;
  }
  function listen() {
    stop();
    source = new EventSource(address.content, { withCredentials: true });
    source.addEventListener("news", news);
    source.addEventListener("open", function () {
      wait = FIRST_WAIT;
      if (broken) { broken = false; news(); }
    });
    source.addEventListener("error", function () {
      stop();
      broken = true;
      timer = setTimeout(listen, wait * (0.5 + Math.random()));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  }
  // Phones drop the stream of a hidden page without a word: look again when it is back in view.
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) { stop(); } else { listen(); news(); }
  });
  window.addEventListener("online", function () { wait = FIRST_WAIT; listen(); news(); });
  window.addEventListener("pagehide", stop);
  window.addEventListener("pageshow", function (event) { if (event.persisted) { listen(); news(); } });
  listen();
})();
