// Stands between the pages and the network. What may wait (KNOWN.writes) is first written down on the
// device and then sent, so that nothing is lost whenever the reception goes; the key in the form makes
// that the server does it once. Sent in order, by one at a time, as the person who wrote it.
const SHELL = "zv-shell-" + VERSION;
const ENOUGH = 30000, PAGES = 8;
// Pages of today's clients, on a device of somebody's own: one hour fresh, one day kept (KNOWN.kept).
const KEPT = "zv-kept", MINUTE = 60000, HOUR = 60 * MINUTE;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const cache = await caches.open(SHELL);
    await cache.addAll([...KNOWN.files, KNOWN.waiting, KNOWN.away]);
    await self.skipWaiting();
  })());
});
self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith("zv-shell-") && name !== SHELL) { await caches.delete(name); }
    }
    await self.clients.claim();
  })());
});
self.addEventListener("fetch", (event) => {
  const request = event.request, url = new URL(request.url);
  if (url.origin !== location.origin) { return; }
  if (request.method === "POST") {
    if (KNOWN.leaving.includes(url.pathname)) {
      event.respondWith(leave(request));
      return;
    }
    if (KNOWN.entering.includes(url.pathname)) {
      event.waitUntil(wipe());
      const enter = () => fetch(request);
      event.respondWith(settle().then(enter, enter));
    } else if (request.mode === "navigate" && waits(url.pathname)) {
      // Choosing another kind of report writes nothing, so nothing of it waits.
      const asks = url.searchParams.has("other");
      event.respondWith(asks ? page(request, url.pathname) : post(request));
    }
  } else if (KNOWN.files.includes(url.pathname)) {
    event.respondWith(shelled(request));
  } else if (request.mode === "navigate") {
    event.respondWith(page(request, url.pathname));
  }
});
self.addEventListener("message", (event) => {
  if (event.data === "send") { event.waitUntil(send()); }
});

function waits(path) { return KNOWN.writes.some((shape) => new RegExp(shape).test(path)); }

async function shelled(request) {
  return (await caches.match(request, { ignoreVary: true })) || fetch(request);
}
async function page(request, path) {
  try {
    // A browser may have fetched it while this began: then it is of who was signed in.
    return await settle() ? Response.redirect(request.url, 302) : await fetch(request);
  } catch (gone) {
    const kept = await keptPage(request);
    if (kept) { return kept; }
    const shell = path === KNOWN.waiting ? KNOWN.waiting : KNOWN.away;
    return (await caches.match(shell, { ignoreVary: true })) || Response.error();
  }
}

// ---- what waits: rows { id, who, url, fields, at, state, sentence } in the order of id

let opened = null;
function base() {
  opened = opened || new Promise((done, failed) => {
    const asked = indexedDB.open("zv", 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("waiting", { keyPath: "id", autoIncrement: true });
      asked.result.createObjectStore("known");
    };
    asked.onsuccess = () => { asked.result.onclose = () => { opened = null; }; done(asked.result); };
    asked.onerror = () => { opened = null; failed(asked.error); };
  });
  return opened;
}
async function within(store, mode, act) {
  const transaction = (await base()).transaction(store, mode, { durability: "strict" });
  const asked = act(transaction.objectStore(store));
  return new Promise((done, failed) => {
    transaction.oncomplete = () => done(asked.result);
    transaction.onabort = transaction.onerror = () => failed(transaction.error);
  });
}
const keep = (row) => within("waiting", "readwrite", (rows) => rows.put(row));
const drop = (id) => within("waiting", "readwrite", (rows) => rows.delete(id));
const all = () => within("waiting", "readonly", (rows) => rows.getAll());
const recall = (name) => within("known", "readonly", (rows) => rows.get(name));
const remember = (name, value) => within("known", "readwrite", (rows) => rows.put(value, name));
const forget = (name) => within("known", "readwrite", (rows) => rows.delete(name));

// ---- sending

// A form that is posted now.
async function post(request) {
  const form = await request.clone().formData(), known = await current();
  const again = Number(form.get("waited"));
  form.delete("waited");
  const row = form.has("look") ? null : await written(request.url, form, known);
  if (!row) { return direct(request); }
  if (again) { await drop(again); }
  // A page of who was here before: theirs, and sent when they are back.
  const answer = row.who === known.who ? await deliver(row, form, false) : new Response("", { status: 401 });
  if (answer && answer.status < 500 && answer.status !== 401) {
    await drop(row.id);
    const to = answer.headers.get("X-Onward");
    return to ? Response.redirect(to, 303) : answer;
  }
  await keep({ ...row, state: "waiting" });
  await tell();
  if (!answer || answer.status !== 401) { return Response.redirect(KNOWN.waiting, 303); }
  const enter = KNOWN.signIn + "?next=" + encodeURIComponent(KNOWN.waiting);
  return Response.redirect(answer.headers.get("X-Onward") || enter, 303);
}
async function current() {
  try { return await recall("who"); } catch (gone) { return null; }
}
// The form written down as its page's person's: the token in it tells whose page it is. Null when this
// device keeps nothing: it is shared, it does not know that page, or there is no room.
async function written(url, form, known) {
  if (!known || known.shared) { return null; }
  const whose = (await recall("pages") || []).find(([token]) => token === form.get("csrfmiddlewaretoken"));
  if (!whose) { return null; }
  const row = { who: whose[1], url, fields: [...form], at: Date.now(), state: "sending" };
  try { return { ...row, id: await keep(row) }; } catch (full) { return null; }
}
// Whose pages carry which token, of the last few times somebody signed in here.
async function note(pass) {
  const had = (await recall("pages") || []).filter(([token]) => token !== pass.token);
  await remember("pages", [[pass.token, pass.who], ...had].slice(0, PAGES));
}
// What is not kept here stays on its page when it cannot be sent, and the page says so.
async function direct(request) {
  try { return await fetch(request); } catch (gone) {
    const open = await self.clients.matchAll({ type: "window" });
    const from = open.filter((one) => one.url.split("#")[0] === request.referrer);
    from.forEach((one) => one.postMessage({ away: true }));
    if (from.length) { return new Response(null, { status: 204 }); }
    return (await caches.match(KNOWN.away, { ignoreVary: true })) || Response.error();
  }
}
// How long to wait for an answer: photos take their time on a slow line (32 KB in a second).
function patience(form) {
  return [...form.values()].reduce((sum, one) => sum + (one.size || 0) / 32, ENOUGH);
}
async function deliver(row, form, late) {
  const stop = new AbortController(), timer = setTimeout(() => stop.abort(), patience(form));
  try {
    const headers = late ? { "X-Waited": "late" } : { "X-Waited": "no" };
    const asked = { method: "POST", body: form, headers, redirect: "manual", signal: stop.signal };
    const answer = await fetch(row.url, asked);
    // A body that does not arrive whole is no answer.
    const words = await answer.text();
    return new Response(answer.status === 204 ? null : words,
      { status: answer.status, headers: answer.headers });
  } catch (gone) {
    return null;
  } finally { clearTimeout(timer); }
}

let sending = null;
function send() {
  sending = sending || inOrder().finally(() => { sending = null; });
  return sending;
}
async function inOrder() {
  let pass = null;
  await tidy();
  try {
    await settle();
    const answer = await fetch(KNOWN.pass, { cache: "no-store" });
    if (answer.status === 401) { await forget("who"); await wipe(); await tell(); return; }
    pass = answer.ok ? await answer.json() : null;
  } catch (gone) { pass = null; }
  if (!pass) { await tell(); return; }
  const last = await recall("last");
  if (last && last !== pass.who) { await silent(); await wipe(); }
  await remember("last", pass.who);
  await note(pass);
  await remember("who", pass);
  await speak(pass);
  for (const row of await all()) {
    if (row.who !== pass.who || row.state === "held") { continue; }
    const form = new FormData();
    row.fields.forEach(([name, value]) => form.append(name, value));
    form.set("csrfmiddlewaretoken", pass.token);
    const answer = await deliver(row, form, true);
    if (!answer || answer.status === 401 || answer.status >= 500) { break; }
    if (answer.status === 204 || answer.status < 400) { await drop(row.id); } else {
      const found = /data-sentence="([^"]*)"/.exec(await answer.text());
      await keep({ ...row, state: "held", sentence: found ? found[1] : "", status: answer.status });
    }
    await tell();
  }
  await tell();
  await readAhead(pass);
}
async function tell() {
  const known = await recall("who"), rows = await all();
  const mine = rows.filter((row) => known && row.who === known.who).length;
  for (const client of await self.clients.matchAll()) {
    client.postMessage({ waiting: mine, others: rows.length - mine });
  }
}
