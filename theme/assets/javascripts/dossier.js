/* Keyboard access to what the page's furniture otherwise offers to the mouse alone. The text needs none of it. */
"use strict";

/* Buttons stand for the two checkboxes that open the menu and the search. */
for (const button of document.querySelectorAll("[data-dossier-toggle]")) {
  const box = document.getElementById(button.dataset.dossierToggle);
  button.addEventListener("click", () => box.click());
  if (!button.hasAttribute("aria-expanded")) continue;
  box.addEventListener("change", () => {
    button.setAttribute("aria-expanded", String(box.checked));
    if (box.id === "__drawer") (box.checked ? document.querySelector(".dossier-close") : button).focus();
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const id of ["__drawer", "__search"]) {
    const box = document.getElementById(id);
    if (box && box.checked) box.click();
  }
});

/* A table too wide for the screen scrolls; the keyboard must be able to scroll it too. */
const reachTables = () => {
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
    else wrap.removeAttribute("tabindex");
  }
};
addEventListener("load", reachTables);
addEventListener("resize", reachTables);
