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
// A key of the legend shows one speaker or one status alone; pressed again, everything.
document.addEventListener("click", (event) => {
  const key = event.target.closest?.("button.key");
  if (!key) return;
  const article = key.closest("article");
  const on = key.getAttribute("aria-pressed") !== "true";
  for (const other of article.querySelectorAll("button.key")) other.setAttribute("aria-pressed", String(on && other === key));
  for (const node of article.querySelectorAll(".card, .w")) node.classList.toggle("shown", node.classList.contains(key.dataset.show));
  article.classList.toggle("filtered", on);
});
