// Added to pages by `dossier serve`, and to no published site: loads the page again when there is a new site, and shows
// what was found over it. The findings come as HTML, escaped, and live in a shadow tree that the site's styles end at.
(() => {
  "use strict";
  const shownSite = document.currentScript.dataset.site;
  const CLOSED = "dossier-findings-closed";
  const READING = "dossier-reading";
  const STYLE = `
    :host { position: fixed; inset: auto 0 0 0; z-index: 2147483000; display: flex; flex-direction: column;
      align-items: flex-start; gap: 6px; padding: 8px; box-sizing: border-box; pointer-events: none;
      font: 15px/1.45 system-ui, sans-serif; text-align: start; letter-spacing: normal; --red: #b3261e; --mark: #ffe08a; }
    @supports (color: light-dark(red, red)) {
      :host { --red: light-dark(#b3261e, #ff8a80); --mark: light-dark(#ffe08a, #5c4400); } }
    @media print { :host { display: none } }
    details, .now { pointer-events: auto; box-sizing: border-box; max-inline-size: min(100%, 60rem);
      background: Canvas; color: CanvasText; border: 1px solid; border-radius: 6px; box-shadow: 0 2px 12px #0006; }
    details.bad { border: 2px solid var(--red); }
    .now { padding: 4px 12px; margin: 0; } .now:empty { display: none }
    summary { padding: 8px 14px; cursor: pointer; } .good:not([open]) summary { padding: 3px 12px; font-size: 14px; }
    details[open] summary::after { content: "Hide (Esc)"; text-decoration: underline; margin-inline-start: 1ch; }
    ol { margin: 0; padding: 0 14px 8px 14px; max-block-size: 45vh; overflow: auto; list-style: none; }
    li { border-block-start: 1px solid; padding-block: 8px; } li.error b { color: var(--red); }
    p { margin: 2px 0; overflow-wrap: anywhere; } .where { font-size: 13px; } details > p { padding: 0 14px 8px; }
    pre { margin: 4px 0; padding: 4px 8px; font: 14px/1.5 ui-monospace, monospace; white-space: pre-wrap;
      overflow-wrap: anywhere; border-inline-start: 3px solid; }
    mark { background: var(--mark); color: inherit; outline: 1px solid var(--red); }
    .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }`;

  const host = document.createElement("dossier-findings");
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = `<style>${STYLE}</style><p class="unseen" role="status"></p><p class="now"></p>
    <section aria-label="Findings of dossier"></section>`;
  const [said, now, findings] = ["[role=status]", ".now", "section"].map((each) => root.querySelector(each));
  document.body.append(host);

  let shown = "";
  let news;

  // Parts of a page far down are laid out late, so that a browser cannot find back by their height alone: what is
  // remembered is the first thing of the text on the screen that has an id, and how far down the screen it stood.
  function reload() {
    const named = [...document.querySelectorAll("article [id], main > [id]")];
    const first = named.find((each) => each.getBoundingClientRect().height && each.getBoundingClientRect().top > 0);
    if (first && scrollY) {
      const place = { page: location.pathname, id: first.id, top: first.getBoundingClientRect().top };
      sessionStorage.setItem(READING, JSON.stringify(place));
    }
    location.reload();
  }

  function goBack(looks) {
    const place = JSON.parse(sessionStorage.getItem(READING));
    const first = place?.page === location.pathname && document.getElementById(place.id);
    if (first) scrollBy({ top: first.getBoundingClientRect().top - place.top, behavior: "instant" });
    if (first && looks) requestAnimationFrame(() => goBack(looks - 1));
    else sessionStorage.removeItem(READING);
  }

  function show(found) {
    if (found === shown) return;
    shown = found;
    findings.innerHTML = found;
    const details = findings.querySelector("details");
    if (details && sessionStorage.getItem(CLOSED) === found) details.open = false;
    if (!details || details.open) said.textContent = details?.querySelector("summary").textContent ?? "All is well again.";
    if (!details) return;
    details.addEventListener("toggle", () => sessionStorage.setItem(CLOSED, details.open ? "" : shown));
  }

  function listen() {
    if (news || document.visibilityState === "hidden") return;
    news = new EventSource("/__dossier__/news");
    news.onmessage = ({ data }) => {
      const { site, found, building } = JSON.parse(data);
      if (site !== shownSite) return reload();
      now.textContent = building ? "Building …" : "";
      show(found);
    };
    news.onerror = () => { now.textContent = "dossier serve has stopped. What you see may be old."; };
  }

  function hush() {  // a browser opens few connections to one server, and pages in the background need none
    news?.close();
    news = undefined;
  }

  addEventListener("keydown", (event) => {
    const details = findings.querySelector("details[open]");
    if (event.key !== "Escape" || !details) return;
    if (root.activeElement) details.querySelector("summary").focus();
    details.open = false;
  });
  addEventListener("load", () => goBack(10));
  addEventListener("pageshow", listen);
  addEventListener("pagehide", hush);
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? hush() : listen()));
})();
