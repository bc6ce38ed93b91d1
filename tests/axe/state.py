"""What of an open page axe's findings follow from, measured in the page.

`shown`  what the page holds, and which of it is there to see or to hear
`skin`   that, with its colours and letters, and for all words the surfaces they lie on or touch
`large`  which letters are large to WCAG, one digit for each element: large ones need less contrast
`tight`  whether there is anything that `target-size` or `scrollable-region-focusable` could be
         about: what one taps that is small or touches another, and boxes that can be scrolled

Only `tight` is measured unless it is asked for the `whole`.
Two settings with the same `shown` and `skin` are the same to every rule that does not measure sizes
or distances; where the page lies higher or wider does not matter to them.
"""

SEEN = (
    "display visibility opacity position clip clipPath overflowX overflowY zIndex"
    " pointerEvents contentVisibility listStyleType userSelect"
)
PAINTED = (
    "color backgroundColor backgroundImage backgroundClip textShadow textDecorationLine fontStyle"
    " textDecorationColor borderBottomWidth borderBottomStyle borderBottomColor outlineStyle filter"
    " mixBlendMode"
)
TAPPED = (
    "a[href], area, button, input:not([type=hidden]), select, textarea, summary, iframe,"
    " [tabindex]:not(main), [contenteditable], audio, video"
)
STATE = """whole => {
  const SEEN = "THE_SEEN".split(" "), PAINTED = "THE_PAINTED".split(" ");
  const digest = text => {
    let a = 0xdeadbeef, b = 0x41c6ce57;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 2654435761); b = Math.imul(b ^ code, 1597334677);
    }
    return a + "," + b + "," + text.length;
  };
  const shown = whole ? [document.body.outerHTML, document.title] : [];
  const skin = [], surfaces = [], words = [], large = [], tapped = [];
  let tight = false;
  const paint = (one, style, box) => {
    const size = parseFloat(style.fontSize), bold = style.fontWeight >= 700;
    skin.push(PAINTED.map(name => style[name]).join());
    if (one.closest("a")) skin.push(bold, getComputedStyle(one.parentElement).fontWeight >= 700);
    large.push(+(size >= 24 || (bold && size >= 18.66)));
    if (style.backgroundColor !== "rgba(0, 0, 0, 0)" || style.backgroundImage !== "none" ||
        one.matches("img, svg, canvas, video")) surfaces.push(box);
    for (const node of one.childNodes) if (node.nodeType === 3 && node.data.trim()) words.push(node);
  };
  for (const one of document.querySelectorAll("html, body, body *")) {
    const style = getComputedStyle(one);
    if (style.display === "none") { shown.push("-"); continue; }
    const box = one.getBoundingClientRect(), seen = one.checkVisibility({visibilityProperty: true});
    const flat = box.width <= 1 || box.height <= 1, away = box.right <= 0 || box.bottom <= 0;
    if (whole) shown.push(SEEN.map(name => style[name]).join(), flat, away);
    if (!seen) continue;
    if (whole) paint(one, style, box);
    if (/auto|scroll|clip/.test(style.overflowX + style.overflowY) && !flat &&
        (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)) tight = true;
    if (one.matches("THE_TAPPED") && style.clipPath !== "inset(50%)") {
      tight ||= box.width < 24 || box.height < 24;
      tapped.push(box);
    }
  }
  const range = document.createRange();
  for (const node of words) {
    const under = new Set();
    range.selectNode(node);
    for (const box of range.getClientRects()) surfaces.forEach((one, at) => {
      const wide = Math.min(one.right, box.right) - Math.max(one.left, box.left);
      const high = Math.min(one.bottom, box.bottom) - Math.max(one.top, box.top);
      if (wide > 1 && high > 1)
        under.add(at + (wide > box.width - 1 && high > box.height - 1 ? "in" : "on"));
    });
    skin.push([...under].sort().join());
  }
  tight ||= tapped.some((a, at) => tapped.slice(at + 1).some(b =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > .01 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > .01));
  return {shown: digest(shown.join("|")), skin: digest(shown.join("|") + skin.join("|")),
    large: large.join(""), tight};
}"""
for _name, _words in (("THE_SEEN", SEEN), ("THE_PAINTED", PAINTED), ("THE_TAPPED", TAPPED)):
    STATE = STATE.replace(_name, _words)
