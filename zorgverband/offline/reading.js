// Part of the service worker: pages kept on a device of somebody's own, to read without reception: what the
// server lists now, fetched through their own doors, and nothing else, for a day.
let turn = 0;
async function wipe() { turn += 1; await caches.delete(KEPT); await forget("kept"); }
function age(answer) {
  const at = Number(answer.headers.get("X-Kept-At"));
  // A clock that was set back tells nothing.
  return at && at <= Date.now() + MINUTE ? Date.now() - at : Infinity;
}
async function readAhead(pass) {
  if (!pass.known || pass.shared) { await wipe(); return; }
  const mine = turn;
  const before = await recall("kept"), same = Boolean(before) && before.version === VERSION;
  if (same && before.who === pass.who && Math.abs(Date.now() - before.at) < MINUTE) { return; }
  let list = null;
  try {
    const answer = await fetch(KNOWN.kept, { cache: "no-store", redirect: "manual" });
    if (answer.status >= 500) { return; }
    list = answer.ok ? await answer.json() : null;
  } catch (gone) { return; }
  if (mine !== turn) { return; }
  if (!list || !list.own || list.who !== pass.who) { await wipe(); return; }
  const kept = await caches.open(KEPT);
  await remember("kept", { ...list, at: Date.now(), version: VERSION });
  for (const one of await kept.keys()) {
    if (!list.pages.includes(new URL(one.url).pathname)) { await kept.delete(one); }
  }
  for (const path of list.pages) {
    const had = await kept.match(path);
    // After an update a page from before would lack its styles and scripts.
    if (same && had && age(had) < HOUR) { continue; }
    if (!await fetched(path, kept, mine)) { break; }
  }
  // Somebody left meanwhile: then nothing stays.
  if (mine !== turn) { await wipe(); }
}
// One page through its own door. False when there is no use in going on.
async function fetched(path, kept, mine) {
  let answer = null, words = "";
  try {
    const asked = { cache: "no-store", redirect: "manual", headers: { "X-Kept": "1" } };
    answer = await fetch(path, asked);
    words = await answer.text();
  } catch (gone) { return false; }
  if (mine !== turn || answer.status >= 500) { return false; }
  if (answer.status !== 200) { await kept.delete(path); return true; }
  const headers = { "Content-Type": answer.headers.get("Content-Type"), "X-Kept-At": Date.now(),
    "Content-Security-Policy": answer.headers.get("Content-Security-Policy") };
  await kept.put(path, new Response(words, { headers }));
  return true;
}
// What is older than a day goes, with or without reception.
async function tidy() {
  if (!await caches.has(KEPT)) { return; }
  const list = await recall("kept"), kept = await caches.open(KEPT);
  for (const one of await kept.keys()) {
    if (!list || age(await kept.match(one)) > list.hours * HOUR) { await kept.delete(one); }
  }
}
async function keptPage(request) {
  await tidy();
  const list = await recall("kept"), known = await recall("who"), url = new URL(request.url);
  if (!list || !known || known.who !== list.who || known.shared) { return null; }
  if (url.search && !waits(url.pathname)) { return null; }
  // The first page leads on: without reception, to the first that is kept.
  if (url.pathname === "/" && list.pages.length) { return Response.redirect(list.pages[0], 302); }
  const found = await (await caches.open(KEPT)).match(url.pathname);
  if (!found) { return null; }
  const words = (await found.text()).replace(/<main[^>]*>/, (begin) => begin + asItWas(found, list));
  return new Response(words, { headers: found.headers });
}
function asItWas(found, list) {
  const at = new Date(Number(found.headers.get("X-Kept-At")));
  const today = at.toDateString() === new Date().toDateString();
  const time = at.toLocaleTimeString(list.lang, { hour: "2-digit", minute: "2-digit" });
  const day = at.toLocaleDateString(list.lang, { weekday: "long" });
  const said = (today ? list.today : list.earlier).replace("{time}", time.replace(":", "."))
    .replace("{day}", day).replace(/[<&]/g, "");
  return `<div class="notice notice-attention" role="status" data-kept><div><p>${said}</p></div></div>`;
}
// The two empty pages in the language of who is here now: others may have been here when they were kept.
async function speak(pass) {
  const words = VERSION + " " + pass.lang;
  if (await recall("spoken") === words) { return; }
  try {
    const asked = [KNOWN.waiting, KNOWN.away].map((one) => new Request(one, { cache: "no-store" }));
    await (await caches.open(SHELL)).addAll(asked);
    await remember("spoken", words);
  } catch (gone) {
    // The next time there is reception.
  }
}
