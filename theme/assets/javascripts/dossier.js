/* Keyboard access to what the page's furniture otherwise offers to the mouse alone. The text needs none of it. */
"use strict";

/* Two checkboxes open and close the menu and the search; these buttons stand for them. `inside` gets the focus
   on opening, the button gets it back on closing. */
const openers = [
  { box: "__drawer", button: ".dossier-menu", inside: ".dossier-close" },
  { box: "__search", button: ".dossier-search", inside: ".md-search__input" },
];

for (const { box, button, inside } of openers) {
  const state = document.getElementById(box);
  const opener = document.querySelector(button);
  if (!state || !opener) continue;
  opener.addEventListener("click", () => state.click());
  state.addEventListener("change", () => {
    opener.setAttribute("aria-expanded", String(state.checked));
    if (opener.offsetParent) (state.checked ? document.querySelector(inside) : opener).focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.checked) state.click();
  });
}

document.querySelector(".dossier-close")?.addEventListener("click", () => document.getElementById("__drawer").click());

/* A table too wide for the screen scrolls; the keyboard must be able to scroll it too. */
const reachTables = () => {
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
    else wrap.removeAttribute("tabindex");
  }
};
addEventListener("load", reachTables);
addEventListener("resize", reachTables);
