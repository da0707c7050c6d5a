/* Around Material's own search: nothing of it is loaded before somebody uses it, and who types a name finds what
   bears that name first, whatever else says it more often. Runs before Material's script, which asks for the index
   and the worker as soon as a page opens. */
"use strict";

{
  const box = document.getElementById("__search");
  const field = document.querySelector(".md-search__input");

  /* The first use: the field is entered, the search opened, or an address says what was searched for. */
  const used = new Promise((use) => {
    box?.addEventListener("change", use, { once: true });
    field?.addEventListener("focus", use, { once: true });
    if (/[?&][hq]=/.test(location.search)) use();
  });

  /* The index comes by a request from a server, and as a script from a folder. */
  const isIndex = (address) => /\/search\/search_index\.js(on)?$/.test(address);
  window.XMLHttpRequest = class extends XMLHttpRequest {
    open(method, address, ...rest) {
      this.isIndex = isIndex(address);
      super.open(method, address, ...rest);
    }
    send(body) {
      if (this.isIndex) used.then(() => super.send(body));
      else super.send(body);
    }
  };
  document.head.appendChild = (node) => {
    const append = () => Node.prototype.appendChild.call(document.head, node);
    if (isIndex(node.src ?? "")) used.then(append);
    else append();
    return node;
  };

  /* Words as people type them: without accents, apostrophes and case. The index holds text escaped for HTML. */
  const fold = (text) =>
    text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f'’ʼ]|&(#x27|#39);/g, "")
      .normalize("NFC")
      .toLowerCase()
      .replace(/&(lt|gt|amp|quot);|[^\p{L}\p{N}\p{M}]+/gu, " ")
      .trim();

  /* How much of a name a query is, from 0 to 1 (the whole name), if each of its words begins one of the name's.
     Scripts that write no spaces between words may begin anywhere. */
  const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;
  const share = (name, query, words) =>
    words.every((word) => ` ${name}`.includes(` ${word}`) || (unspaced.test(word) && name.includes(word)))
      ? Math.min(1, query.length / name.length)
      : 0;

  /* A page's text without the line of its names, which a result shows anyway. */
  const withoutNames = (text, [name]) =>
    text.replace(/<p>[^<]*<\/p>/, (line) => (name && line.slice(3).startsWith(name) ? "" : line));

  const [SETUP, , QUERY, RESULT] = [0, 1, 2, 3]; // the kinds of message between Material and its worker
  const ABOVE_ALL = 1e12; // Material's scores stay below

  const Real = window.Worker;
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.address = address;
      this.queries = [];
    }

    postMessage(message) {
      if (!this.worker) {
        this.worker = new Real(this.address);
        this.worker.addEventListener("message", ({ data }) => {
          if (data.type === RESULT && this.pages) data.data.items = this.ranked(data.data.items, fold(this.queries.shift()));
          this.dispatchEvent(new MessageEvent("message", { data }));
        });
      }
      if (message.type === SETUP && message.data.docs) this.learn(message.data.docs); // zensical's has none
      if (message.type === QUERY) this.queries.push(message.data);
      this.worker.postMessage(message);
    }

    terminate() {
      this.worker?.terminate();
    }

    /* The names of each page are its title and its tags. Sections repeat the tags of their page: not needed. What
       stands above a page's heading makes it a section of its own: it is the page. */
    learn(docs) {
      this.pages = new Map();
      for (const doc of docs.splice(0)) {
        doc.text = doc.text.replace(/\s*[✓○≈]?(<sup>\d+<\/sup>)+/g, "");
        const page = this.pages.get(doc.location.split("#")[0])?.doc;
        if (!page || page.title === doc.title) doc.text = withoutNames(doc.text, doc.tags ?? []);
        if (page?.title === doc.title) {
          page.text += doc.text;
          continue;
        }
        if (page) delete doc.tags;
        else this.pages.set(doc.location, { doc, names: [doc.title, ...(doc.tags ?? [])].map(fold).filter(Boolean) });
        docs.push(doc);
      }
    }

    /* Results by page, those before all others one of whose names is, or begins with, what was typed; pages that the
       index holds for less than others come after their like. */
    ranked(items, query) {
      const words = query.split(" ");
      const found = new Map(items.map((group) => [group[0].location.split("#")[0], group]));
      const named = new Map();
      if (query) {
        for (const place of new Set([...found.keys(), ...this.pages.keys()])) {
          const { doc, names } = this.pages.get(place);
          const best = Math.max(0, ...names.map((name) => share(name, query, words)));
          if (best) named.set(place, Math.floor(best) + best * (doc.boost < 1 ? 0.01 : 1));
        }
      }
      const first = [...named].sort(([, a], [, b]) => b - a).map(([place, best]) => {
        const group = found.get(place) ?? [{ ...this.pages.get(place).doc, terms: {} }];
        const page = group.find(({ location }) => location === place);
        page.score = ABOVE_ALL * best;
        page.text = /<p>(?:(?!<\/p>).){40,}/s.exec(this.pages.get(place).doc.text)?.[0] ?? ""; // what it is, in short
        return [page, ...group.filter((each) => each !== page)];
      });
      return [...first, ...[...found].filter(([place]) => !named.has(place)).map(([, group]) => group)];
    }
  };
}
