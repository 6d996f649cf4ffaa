/** What unfolds over the page: Escape closes it and goes back to what opened it, a press elsewhere closes the menu of pictures. */

const OPEN = "details.pictures[open], .map-frame details.times[open]";

document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && (event.target.closest(OPEN) ?? document.querySelector("details.pictures[open]"));
  if (!open) return;
  event.stopPropagation(); // the place beside it stays open
  open.open = false;
  open.querySelector("summary").focus();
}, true);

document.addEventListener("pointerdown", ({ target }) => {
  const menu = document.querySelector("details.pictures[open]");
  if (menu && !menu.contains(target)) menu.open = false;
});
