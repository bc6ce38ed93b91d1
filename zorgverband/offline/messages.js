// Part of the service worker: messages on this device. They say that there is something, never what.
self.addEventListener("push", (event) => {
  const words = event.data ? event.data.text() : KNOWN.news;
  const shown = { body: words, icon: KNOWN.icon, tag: "nieuws" };
  event.waitUntil(self.registration.showNotification("Zorgverband", shown));
});
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil((async () => {
    for (const client of await self.clients.matchAll({ type: "window" })) {
      if (new URL(client.url).pathname === KNOWN.forMe) { return client.focus(); }
    }
    return self.clients.openWindow(KNOWN.forMe);
  })());
});
