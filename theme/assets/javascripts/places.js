/* Places on a page: opening what hides the one a link leads to, and copying addresses. */
"use strict";

{
  /* A link may lead into a part that is folded: open it and all around it. */
  const unfold = () => {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      return;
    }
    const place = id && document.getElementById(id);
    let folded = place && place.closest("details:not([open])");
    if (!folded) return;
    for (; folded; folded = folded.parentElement.closest("details:not([open])")) folded.open = true;
    place.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();

  /* Where the site is published is known only here: complete the addresses in citations. A folder has none. */
  const config = document.getElementById("__config");
  if (config && /^https?:$/.test(location.protocol)) {
    const base = new URL(JSON.parse(config.textContent).base, location.href);
    for (const each of document.querySelectorAll(".address[data-path]")) {
      each.textContent = new URL(each.dataset.path, base).href;
    }
  }

  /* A button with `data-copy` copies that, one with an empty `data-copy` what stands before it. */
  if (navigator.clipboard) {
    for (const text of document.querySelectorAll("details.cite pre")) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "dossier-copy", textContent: "Copy", ariaLive: "polite" });
      button.dataset.copy = "";
      text.after(button);
    }
    document.addEventListener("click", async ({ target }) => {
      const button = target instanceof Element && target.closest("[data-copy]");
      if (!button) return;
      const words = button.textContent;
      try {
        await navigator.clipboard.writeText(button.dataset.copy || button.previousElementSibling.textContent.trim());
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not copied: not allowed here";
      }
      setTimeout(() => (button.textContent = words), 2000);
    });
  }
}
