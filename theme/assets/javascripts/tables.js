/* Lists of sheets: sorted by a click on the head of a column, filtered by typing. What is chosen stands in the
   address, so that it can be passed on. */
"use strict";

{
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase();
  const compareWords = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

  /* A cell's words without its marks and notes. */
  const wordsOf = (cell) => {
    const copy = cell.cloneNode(true);
    for (const each of copy.querySelectorAll("abbr, sup, .dossier-card")) each.remove();
    return copy.textContent.trim();
  };

  /* What a column is sorted by: dates as computers write them, or the year that stands in their words; numbers; words. */
  const keysOf = (rows, column) => {
    const cells = rows.map((row) => row.cells[column]);
    const words = cells.map(wordsOf);
    if (cells.some((cell) => cell.querySelector("time"))) {
      return cells.map((cell, i) => cell.querySelector("time")?.dateTime ?? /\d{4}/.exec(words[i])?.[0] ?? "");
    }
    const numbers = words.map((text) => Number(text.replace(/[,\s]/g, "").replace("−", "-")));
    return numbers.some(Number.isNaN) ? words : numbers.map((number, i) => (words[i] ? number : ""));
  };

  const compare = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : compareWords(String(a), String(b)));

  /* Puts the state into the address; a browser that forbids it for a folder loses nothing else. */
  const remember = (name, value) => {
    const address = new URL(location.href);
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
    try {
      history.replaceState(history.state, "", address);
    } catch {}
  };

  const enhance = (table) => {
    const [body] = table.tBodies;
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...body.rows];
    const asked = new URL(location.href).searchParams;

    const sort = (column, isDescending) => {
      const keys = keysOf(rows, column);
      const order = rows.map((_, i) => i).sort((a, b) => {
        if (keys[a] === "" || keys[b] === "") return (keys[a] === "") - (keys[b] === ""); // nothing to sort by: last
        return (isDescending ? -1 : 1) * compare(keys[a], keys[b]) || a - b;
      });
      body.append(...order.map((i) => rows[i]));
      for (const head of heads) head.removeAttribute("aria-sort");
      heads[column].ariaSort = isDescending ? "descending" : "ascending";
    };

    for (const [column, head] of heads.entries()) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "dossier-sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const isDescending = head.ariaSort === "ascending";
        sort(column, isDescending);
        remember("sort", `${isDescending ? "-" : ""}${column + 1}`);
      });
    }

    const label = document.createElement("label");
    const field = document.createElement("input");
    const count = document.createElement("span");
    const bar = document.createElement("div");
    Object.assign(field, { type: "search", id: "dossier-filter", autocomplete: "off", spellcheck: false });
    Object.assign(label, { htmlFor: field.id, textContent: "Filter this list" });
    Object.assign(bar, { className: "dossier-filter" });
    count.setAttribute("role", "status");
    bar.append(label, field, count);
    (table.closest(".md-typeset__scrollwrap") ?? table).before(bar);

    let texts;
    const filter = () => {
      texts ??= rows.map((row) => fold([...row.cells].map(wordsOf).join(" ")));
      const words = fold(field.value).split(/\s+/);
      let left = 0;
      for (const [i, row] of rows.entries()) {
        row.hidden = !words.every((word) => texts[i].includes(word));
        left += !row.hidden;
      }
      count.textContent = field.value.trim() ? `${left} of ${rows.length}` : "";
    };
    field.addEventListener("input", () => {
      filter();
      remember("filter", field.value.trim());
    });

    field.value = asked.get("filter") ?? "";
    if (field.value) filter();
    const column = Math.abs(Number(asked.get("sort"))) - 1;
    if (heads[column]) sort(column, asked.get("sort").startsWith("-"));
  };

  /* Material wraps tables when it starts, which is before this file runs. */
  const table = document.querySelector("article[data-listed] table:not(.infobox table)");
  if (table?.tHead && table.tBodies[0]?.rows.length > 1) enhance(table);
}
