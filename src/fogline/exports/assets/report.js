// Words and notes point at each other. Without this script the links still lead from one to the other.
"use strict";
const light = (ids, on) => {
  for (const id of ids)
    for (const node of document.querySelectorAll(`[data-ids~="${id}"], [id="${id}"]`)) node.classList.toggle("on", on);
};
const idsOf = (node) => (node.dataset.ids || node.id || "").split(" ").filter(Boolean);
for (const type of ["mouseover", "focusin", "mouseout", "focusout"])
  document.addEventListener(type, (event) => {
    const node = event.target.closest?.(".w, .card, tr[id]");
    if (node) light(idsOf(node), type === "mouseover" || type === "focusin");
  });
document.addEventListener("click", (event) => {
  const card = event.target.closest?.(".card, tr[id]");
  if (!card || event.target.closest("a, summary, details")) return;
  document.querySelector(`.w[data-ids~="${card.id}"], [data-ids~="${card.id}"]`)?.scrollIntoView({ block: "center" });
});
