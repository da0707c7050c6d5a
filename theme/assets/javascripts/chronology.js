"use strict";

/* The filter of a chronology. Its state is the part of the address after "#", so that it works from a folder, can be
   shared and goes back: #actor=some-id&entry_status=planned. */

{
  const form = document.querySelector("form.filter");
  const article = form && form.closest("article");
  const fields = form ? [...form.elements].filter((field) => field.name) : [];

  /* The lines, each with what it is about; on the page above the parts, the parts with all of theirs. */
  const told = (about, kind, status) => ({ about: about.split(" "), kind, status });
  const lines = form
    ? [...article.querySelectorAll(".when[data-about]")].map((when) => ({
        line: when.closest("li"),
        mark: when.id,
        entries: [told(when.dataset.about, when.dataset.kind, when.dataset.status)],
      }))
    : [];
  const parts = form
    ? [...article.querySelectorAll("[data-entries]")].map((count) => ({
        line: count.closest("li"),
        count,
        entries: count.dataset.entries.split(";").map((each) => told(...each.split(","))),
      }))
    : [];

  /* A field that is typed into shows names and stands for ids. */
  const options = (field) => [...(field.list ? field.list.options : [])];
  const valueOf = (field) => {
    const option = field.list && options(field).find((each) => each.value === field.value.trim());
    return field.list ? (option ? option.dataset.id : "") : field.value;
  };
  const show = (field, value) => {
    if (field.list) {
      const option = options(field).find((each) => each.dataset.id === value);
      field.value = option ? option.value : "";
    } else {
      if (value && ![...field.options].some((option) => option.value === value)) {
        field.add(new Option(`${value.replaceAll("-", " ")} (not on this page)`, value));
      }
      field.value = value;
    }
  };

  const wanted = () =>
    Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]).filter(([, value]) => value));

  const fits = (entry, wishes) =>
    Object.entries(wishes).every(([name, value]) => {
      if (name === "entry_kind") return entry.kind === value;
      return name === "entry_status" ? entry.status === value : entry.about.includes(value);
    });

  const hideEmpty = () => {
    for (const heading of article.querySelectorAll("h2, h3")) {
      const lines = [];
      for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
        if (next.matches("h1, h2") || next.tagName === heading.tagName) break;
        lines.push(...next.querySelectorAll(".when[data-about]"));
      }
      heading.hidden = lines.length > 0 && lines.every((when) => when.closest("li").classList.contains("is-out"));
    }
  };

  /* Show what the fields ask for, and say how much that is. */
  const apply = () => {
    const wishes = wanted();
    const marks = new Set();
    let shown = 0;
    let all = 0;
    for (const { line, mark, count, entries } of [...lines, ...parts]) {
      const fitting = entries.filter((entry) => fits(entry, wishes)).length;
      line.classList.toggle("is-out", !fitting);
      if (count) count.textContent = fitting === entries.length ? `${fitting}` : `${fitting} of ${entries.length}`;
      if (fitting && mark) marks.add(mark);
      shown += fitting;
      all += entries.length;
    }
    for (const mark of article.querySelectorAll(".timeline [data-entry]")) {
      mark.classList.toggle("is-out", !marks.has(mark.dataset.entry));
    }
    hideEmpty();
    form.querySelector("[role=status]").textContent = `${shown} of ${all} entries shown`;
    form.querySelector("[type=reset]").disabled = !Object.keys(wishes).length;
    for (const link of article.querySelectorAll(".periods a, .sequence a, .timeline a[href*='.html#']")) {
      const state = written(wishes);
      link.dataset.way ||= link.getAttribute("href");
      link.setAttribute("href", state ? `${link.dataset.way.split("#")[0]}#${state}` : link.dataset.way);
    }
  };

  const written = (wishes) => new URLSearchParams(wishes).toString();
  const isFilter = (hash) => hash === "" || hash.includes("=");

  /* A line that is gone to is shown, whatever the filter was. */
  const goTo = (id) => {
    for (const each of article.querySelectorAll(".is-target")) each.classList.remove("is-target");
    const when = id && document.getElementById(id);
    if (!when) return;
    when.closest("li").classList.add("is-target");
    when.scrollIntoView();
  };

  const read = () => {
    const hash = location.hash.slice(1);
    if (!isFilter(hash)) {
      const line = lines.find(({ mark }) => mark === hash);
      if (!line || !line.line.classList.contains("is-out")) return;
    }
    const wishes = new URLSearchParams(isFilter(hash) ? hash : "");
    for (const field of fields) show(field, wishes.get(field.name) || "");
    apply();
    goTo(isFilter(hash) ? wishes.get("entry") : hash);
  };

  if (form) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", () => (location.hash = written(wanted())));
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      location.hash = "";
    });
    /* A link to a line keeps the filter in the address. */
    article.addEventListener("click", (event) => {
      const link = event.target.closest('a[href^="#at_"]');
      const wishes = wanted();
      if (!link || !Object.keys(wishes).length) return;
      event.preventDefault();
      location.hash = written({ ...wishes, entry: link.getAttribute("href").slice(1) });
    });
    addEventListener("hashchange", read);
    apply();
    read();
  }
}
