/* The search of a large site. Nothing of it is loaded before somebody uses it, and then only what the words need.
   It looks and works like Material's: "/", "s" and "f" open it, the arrows walk the results, Enter opens one. */
"use strict";

{
  const SHOWN = 20; // results; more are found than anybody reads
  const SECTIONS = 2; // of a page that are named below it
  const form = document.getElementById("dossier-pagefind");
  const box = document.getElementById("__search");
  const field = form?.elements.query;
  const status = document.querySelector("#dossier-search [role=status]");
  const list = document.querySelector("#dossier-search .md-search-result__list");
  const start = status?.textContent;

  /* A page opened from a folder may not load the index. */
  const load = async () => {
    if (location.protocol === "file:") throw new Error("The search works on a web server only, not from a folder.");
    const { base } = JSON.parse(document.getElementById("__config").textContent);
    const root = new URL(base, location.href).href.replace(/\/?$/, "/");
    const pagefind = await import(`${root}pagefind/pagefind.js`).catch(() => {
      throw new Error("The index of the search is missing. It is made by “dossier build”.");
    });
    await pagefind.options({ baseUrl: root, excerptLength: 26 });
    return pagefind;
  };

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  /* Words with marks around what was searched for; whatever else they hold is text. */
  const marked = (html) =>
    [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map((node) =>
      node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent,
    );

  const link = (address, ...children) => {
    const made = element("a", "md-search-result__link", element("article", "md-search-result__article md-typeset", ...children));
    made.href = address;
    return made;
  };

  /* Of pages that are found, those come first one of whose names holds all words, the more of it they are the sooner. */
  const fold = (text) => ` ${text.normalize("NFKD").replace(/[\u0300-\u036f'’ʼ]/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
  const named = ({ meta }, words) => {
    const names = [meta.title, ...(meta.names ?? "").split(", ")].map(fold);
    const shares = names.map((name) => (words.every((word) => name.includes(` ${word}`)) ? words.join(" ").length / name.length : 0));
    return Math.min(1, Math.max(...shares)) * Number(meta.weight ?? 1);
  };
  const ranked = (pages, words) => [...pages].sort((a, b) => named(b, words) - named(a, words));

  const item = ({ url, meta, excerpt, sub_results }) => {
    const sections = sub_results.filter((section) => section.url !== url && section.title !== meta.title).slice(0, SECTIONS);
    return element(
      "li",
      "md-search-result__item",
      link(url, element("h1", "", meta.title), element("p", "", ...marked(excerpt))),
      ...sections.map((section) => link(section.url, element("h2", "", section.title), element("p", "", ...marked(section.excerpt)))),
    );
  };

  let pagefind;
  const search = async () => {
    const words = field.value.trim();
    if (!words) {
      list.replaceChildren();
      status.textContent = start;
      return;
    }
    try {
      pagefind ??= load();
      const found = await (await pagefind).debouncedSearch(words, {}, 120);
      if (!found) return; // more was typed meanwhile
      const results = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
      if (words !== field.value.trim()) return;
      list.replaceChildren(...ranked(results, fold(words).trim().split(" ")).map(item));
      const count = found.results.length;
      const rest = count > SHOWN ? `, the first ${SHOWN} shown` : "";
      status.textContent = count ? `${count} ${count === 1 ? "page" : "pages"} found${rest}` : "Nothing found";
    } catch (error) {
      pagefind = undefined;
      list.replaceChildren();
      status.textContent = error.message;
    }
  };

  const open = () => {
    if (box.checked) return;
    box.checked = true;
    box.dispatchEvent(new Event("change"));
  };

  const walk = (step) => {
    const stops = [field, ...list.querySelectorAll("a")];
    const place = Math.max(0, stops.indexOf(document.activeElement)) + step;
    stops[(place + stops.length) % stops.length].focus();
  };

  if (form) {
    field.addEventListener("focus", open);
    field.addEventListener("input", search);
    form.addEventListener("reset", () => setTimeout(() => (search(), field.focus())));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      list.querySelector("a")?.click();
    });
    box.addEventListener("change", () => (box.checked ? field.focus() : field.blur()));
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.nodeName);
      if (!box.checked && !isTyping && ["/", "s", "f"].includes(event.key)) {
        event.preventDefault();
        open();
        field.focus();
      } else if (box.checked && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        walk(event.key === "ArrowDown" ? 1 : -1);
      }
    });
  }
}
