/* Cards: the evidence behind a mark and what a link leads to, on the spot. Everything they show stands on the page
   already, in footnotes and in the titles of links; without this file both work as such. */
"use strict";

{
  const MARK = "abbr:is([title=verified], [title=cited], [title=inferred])";
  const REFERENCE = "sup:has(> .footnote-ref)";
  const DELAYS = { evidence: 120, preview: 400, leaving: 300 }; // milliseconds; time to cross a gap, or to pass by
  const EDGE = 8; // pixels between a card and the edge of the window
  const SHEET = 600; // pixels; a window less wide shows evidence as a sheet at its foot: see reading.css

  const make = (name, className, ...inside) => {
    const element = document.createElement(name);
    element.className = className;
    element.append(...inside);
    return element;
  };

  /* --- What a card says -------------------------------------------------------------------------------- */

  /* The mark and the references that stand together, from any of the references. */
  const together = (start) => {
    const isReference = (node) => node instanceof Element && node.matches(REFERENCE);
    const all = [start];
    while (isReference(all.at(-1).nextSibling)) all.push(all.at(-1).nextSibling);
    while (isReference(all[0].previousSibling)) all.unshift(all[0].previousSibling);
    const before = all[0].previousSibling;
    if (before instanceof Element && before.matches(MARK)) all.unshift(before);
    return all;
  };

  /* The last element that a selector finds before `node`, in the same line, entry or cell. */
  const nearest = (node, selector) =>
    [...(node.closest("li, td, p, dd, blockquote")?.querySelectorAll(selector) ?? [])]
      .filter((each) => each.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING)
      .at(-1);

  /* A footnote as a part of a card: its words first, then on a line of its own the source. */
  const note = (reference) => {
    const from = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
    if (!from) return [];
    const copy = from.cloneNode(true);
    for (const back of copy.querySelectorAll(".footnote-backref")) back.remove();
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    const words = [...copy.children].flatMap((each) => [...each.childNodes]);
    let label = words.findLastIndex((each) => each.nodeName === "STRONG") + 1;
    const before = /^[^“:]*:/.exec(words[label]?.nodeValue ?? "")?.[0]; // what still says how it is known
    if (before) {
      words.splice(label, 1, before.slice(0, -1), words[label].nodeValue.slice(before.length));
      label += 1;
    }
    const source = words.findIndex((each) => each.nodeName === "A");
    const end = source < 0 ? words.length : source;
    if (words[end - 1]?.nodeValue) words[end - 1].nodeValue = words[end - 1].nodeValue.replace(/\s*—\s*$/, "");
    const head = make("span", "dossier-card__label", ...words.slice(0, label));
    head.dataset.mark = /[✓○≈]/.exec(head.textContent)?.[0] ?? "";
    const foot = make("span", "dossier-card__source", ...words.slice(end));
    const part = make("p", "dossier-card__note", head, ...words.slice(label, end), foot);
    part.id = `dossier-note-${reference.hash.slice(4)}`;
    return [part];
  };

  const evidence = (start) => {
    const all = together(start);
    const references = all.flatMap((each) => [...each.querySelectorAll(".footnote-ref")]);
    const inside = references.flatMap(note);
    const by = nearest(start, "[data-by]")?.dataset.by;
    if (by) inside.unshift(make("p", "dossier-card__by", `Said by ${by}`));
    const place = nearest(start, "a[id]:not([href])")?.id;
    if (place && navigator.clipboard && location.protocol !== "file:") {
      const copy = make("button", "dossier-copy", "Copy link to this statement");
      copy.type = "button";
      copy.ariaLive = "polite";
      copy.dataset.copy = `${location.href.replace(/[?#].*/, "")}#${place}`;
      inside.push(copy);
    }
    const describes = (reference) => `dossier-note-${reference.hash.slice(4)}`;
    return { kind: "evidence", all, inside, role: "group", label: "Evidence", describes };
  };

  /* What links say of where they lead: the first link to a page says it for all. */
  const article = document.querySelector("article");
  const links = [...(article?.querySelectorAll("a[href][title]:not(.headerlink, .footnote-backref)") ?? [])];
  const said = new Map(links.map((link) => [link.origin + link.pathname, link.title]).reverse());

  const preview = (link) => {
    link.removeAttribute("title"); // or the browser would show it, too
    const [, kind, words] = /^([^:]*): (.*)$/s.exec(said.get(link.origin + link.pathname)) ?? [];
    const inside = [
      make("p", "dossier-card__label", kind ?? ""),
      make("p", "dossier-card__words", words ?? said.get(link.origin + link.pathname)),
    ];
    return { kind: "preview", all: [link], inside, role: "tooltip", label: "", describes: () => "dossier-card" };
  };

  /* The thing under the pointer or the focus that has a card, and how to make it. */
  const subject = (node) => {
    if (!(node instanceof Element) || !article?.contains(node) || card.contains(node)) return null;
    const mark = node.closest(`${MARK}, ${REFERENCE}`);
    const at = mark?.matches(MARK) ? mark.nextElementSibling : mark;
    if (at?.matches(REFERENCE)) return { at, kind: "evidence", read: evidence };
    const link = node.closest("a[href]");
    const leads = link instanceof HTMLAnchorElement && said.has(link.origin + link.pathname);
    return leads && !link.matches(".headerlink, .footnote-backref") ? { at: link, kind: "preview", read: preview } : null;
  };

  /* --- The card ------------------------------------------------------------------------------------------ */

  const card = make("div", "dossier-card");
  card.id = "dossier-card";
  if ("popover" in card) card.popover = "manual"; // drawn above all else, so that nothing can cut it off
  let shown = null;
  let timer = 0;

  const later = (act, wait) => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };

  /* Below what it belongs to, or above where there is more room. A narrow window shows a sheet at its foot: in CSS. */
  const place = () => {
    if (!shown) return;
    const at = shown.at.getBoundingClientRect();
    const { width, height } = card.getBoundingClientRect();
    const isBelow = at.bottom + height + EDGE <= innerHeight || at.top < innerHeight - at.bottom;
    card.style.left = `${Math.max(EDGE, Math.min(at.left - EDGE, document.documentElement.clientWidth - width - EDGE))}px`;
    card.style.top = `${isBelow ? at.bottom + 4 : Math.max(EDGE, at.top - height - 4)}px`;
  };

  const close = () => {
    clearTimeout(timer);
    if (!shown) return;
    const { described } = shown;
    shown = null;
    described?.removeAttribute("aria-describedby");
    card.remove();
  };

  const open = ({ at, read }) => {
    if (shown?.all.includes(at)) return clearTimeout(timer);
    close();
    const { kind, all, inside, role, label, describes } = read(at);
    card.replaceChildren(...inside);
    card.dataset.kind = kind;
    card.role = role;
    if (label) card.ariaLabel = label;
    else card.removeAttribute("aria-label");
    at.after(card); // right behind it, so that the Tab key leads on into the card
    card.showPopover?.();
    const described = at.matches("a") ? at : at.querySelector("a");
    described?.setAttribute("aria-describedby", describes(described));
    shown = { at, all, described };
    place();
    const hidden = at.getBoundingClientRect().bottom - card.getBoundingClientRect().top; // by a sheet at the foot
    if (innerWidth < SHEET && kind === "evidence" && hidden > 0) scrollBy({ top: hidden + EDGE });
  };

  /* Whether the card or what it belongs to holds a node. */
  const holds = (node) => node instanceof Node && shown && (card.contains(node) || shown.all.some((e) => e.contains(node)));

  /* --- When it is shown ------------------------------------------------------------------------------------ */

  let isTouch = false;
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    const under = subject(target);
    if (under) later(() => open(under), shown?.all.includes(under.at) ? 0 : DELAYS[under.kind]);
    else if (holds(target)) clearTimeout(timer);
    else if (shown) later(() => holds(document.activeElement) || close(), DELAYS.leaving);
    else clearTimeout(timer);
  });
  document.documentElement.addEventListener("pointerleave", () => clearTimeout(timer));

  let isReturning = false; // the focus comes back from a card that was closed, which is no wish to see it again
  document.addEventListener("focusin", ({ target }) => {
    if (holds(target)) return clearTimeout(timer);
    close();
    const focused = subject(target);
    if (!focused || isReturning || !target.matches(":focus-visible")) return;
    if (focused.kind === "evidence") open(focused);
    else later(() => open(focused), DELAYS.preview);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !shown) return;
    const { at } = shown;
    if (card.contains(document.activeElement)) {
      isReturning = true;
      (at.matches("a") ? at : at.querySelector("a"))?.focus();
      isReturning = false;
    }
    close();
    event.stopPropagation();
  }, true);

  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    isTouch = pointerType === "touch";
    if (shown && !holds(target)) close();
  });

  /* A finger cannot hover: its tap opens the evidence, and the next one closes it. Links lead where they lead. */
  document.addEventListener("click", (event) => {
    if (!isTouch) return;
    const tapped = subject(event.target);
    if (tapped?.kind !== "evidence") return;
    event.preventDefault();
    if (shown?.all.includes(tapped.at)) close();
    else open(tapped);
  });

  addEventListener("scroll", place, { passive: true });
  addEventListener("resize", place);
  addEventListener("hashchange", close);
}
