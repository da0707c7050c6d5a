/* On the page for an address that does not exist: the pages whose addresses are nearest to it, out of the search
   index, which is loaded for nobody else. */
"use strict";

{
  const MOST = 3; // guesses
  const FARTHEST = 0.5; // of the letters may differ

  /* How many letters must be changed, left out or put in to make one word of another (Levenshtein). */
  const distance = (a, b) => {
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (const [i, letter] of [...a].entries()) {
      const next = [i + 1];
      for (let j = 0; j < b.length; j++) next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (letter !== b[j])));
      row = next;
    }
    return row.at(-1);
  };

  /* The last part of an address without its ending, by which pages of one folder differ. */
  const stem = (path) => (path.split(/[?#]/)[0].replace(/(\/index)?(\.html?|\.md)?\/*$/, "").split("/").at(-1) ?? "").toLowerCase();
  const folder = (path) => path.split("/").at(-2) ?? "";

  const guesses = (docs, wrong) => {
    const asked = stem(wrong).slice(0, 100);
    if (!asked) return [];
    return docs
      .filter(({ location }) => location && !location.includes("#"))
      .map((doc) => {
        const name = stem(doc.location);
        const isPart = name && (name.split("-").includes(asked) || asked.split("-").includes(name));
        const far = isPart ? 0.3 : distance(asked, name) / Math.max(asked.length, name.length);
        return { ...doc, far: far - (folder(doc.location) === folder(wrong) ? 0.1 : 0) };
      })
      .filter(({ far }) => far < FARTHEST)
      .sort((a, b) => a.far - b.far)
      .slice(0, MOST);
  };

  const show = (found, base) => {
    const list = document.createElement("ul");
    for (const { location: path, title } of found) {
      const link = document.createElement("a");
      link.href = new URL(path, base).href;
      link.textContent = new DOMParser().parseFromString(title, "text/html").body.textContent;
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    const question = document.createElement("p");
    question.textContent = "Did you mean this page?";
    if (found.length > 1) question.textContent = "Did you mean one of these pages?";
    document.querySelector(".dossier-guesses").append(question, list);
  };

  /* Where the site begins, and where this page believed it to begin. */
  const base = new URL("../../", document.currentScript.src);
  const config = document.getElementById("__config");
  const told = new URL(JSON.parse(config.textContent).base, location.href);

  /* Where it was wrong, its links, styles and scripts led nowhere: turn them round, and start the scripts again. */
  const mend = () => {
    const right = (address) => {
      const { href } = new URL(address, location.href);
      return href.startsWith(told.href) ? base.href + href.slice(told.href.length) : href;
    };
    const { search, ...rest } = JSON.parse(config.textContent);
    config.textContent = JSON.stringify({ ...rest, base: base.href, search: right(search) });
    for (const each of document.querySelectorAll("[href]:not(use)")) {
      const address = each.getAttribute("href");
      if (!address.startsWith("#")) each.setAttribute("href", right(address));
    }
    for (const each of document.querySelectorAll("body script[src]")) {
      const again = document.createElement("script");
      again.async = false; // one after the other
      again.src = right(each.getAttribute("src"));
      each.replaceWith(again);
    }
  };

  if (base.href !== told.href) mend();
  if (location.protocol !== "file:") {
    fetch(new URL("search/search_index.json", base))
      .then((answer) => answer.json())
      .then(({ docs }) => guesses(docs, decodeURIComponent(location.pathname)))
      .then((found) => found.length && show(found, base))
      .catch(() => {}); // without an index there is nothing to guess from
  }
}
