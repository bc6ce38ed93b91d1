// Part of the service worker: signing out. Who leaves takes along what was theirs on this device; what
// they wrote waits for them. It is written down first, like all that must arrive: without reception the
// session ends as soon as there is some, before anything else is asked. What is kept for that is the token
// of the page one left: who signs in later has another, and the server refuses this one.
async function leave(request) {
  try {
    const form = await request.clone().formData();
    await remember("leaving", form.get("csrfmiddlewaretoken"));
  } catch (full) {
    // No room: then it is done now, or not.
  }
  try { await left(); } catch (none) {
    // Nothing is kept in this browser.
  }
  try {
    const answer = await fetch(request);
    if (answer.status < 500) { await forget("leaving").catch(() => null); }
    return answer;
  } catch (gone) {
    return Response.redirect(KNOWN.away + "#uit", 303);
  }
}
let settling = null;
function settle() {
  settling = settling || owed().finally(() => { settling = null; });
  return settling;
}
// Whether somebody was signed out now. Fails as long as who left is not: nothing is shown or sent in
// their name.
async function owed() {
  const token = await recall("leaving").catch(() => null);
  if (!token) { return false; }
  const form = new FormData();
  form.set("csrfmiddlewaretoken", token);
  const answer = await deliver({ url: KNOWN.out }, form, true);
  if (!answer || answer.status >= 500) { throw new Error("not signed out yet"); }
  await forget("leaving");
  return true;
}
async function left() { await forget("who"); await wipe(); await silent(); }
async function silent() {
  try {
    const had = await self.registration.pushManager.getSubscription();
    if (had) { await had.unsubscribe(); }
  } catch (none) {
    // No messages in this browser, or no reception: the server has forgotten this device.
  }
}
