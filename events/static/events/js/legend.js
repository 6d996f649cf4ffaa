/** The legend: a swatch, a word, and how many places have that look on the day. */

import { svg } from "./patterns.js";
import { PALER } from "./styles.js";

const BOX = { width: 26, height: 16, viewBox: "0 0 26 16", "aria-hidden": "true", class: "swatch" };

/** Draw the swatches that the page names, and give the function that writes the counts; `paler` says what older is. */
export function drawLegend(root, sayNumber, { paler = "" } = {}) {
  for (const swatch of root.querySelectorAll("[data-look]")) swatch.append(drawSwatch(swatch.dataset.look));
  for (const note of root.querySelectorAll("[data-paler]")) {
    note.hidden = !paler;
    note.replaceChildren(drawAges(), paler);
  }
  return (found, sideOf) => {
    const sides = {};
    for (const [actor, number] of Object.entries(found.held)) sides[sideOf(actor)] = (sides[sideOf(actor)] ?? 0) + number;
    const counts = { ...found.status, besieged: found.besieged, none: found.none };
    for (const cell of root.querySelectorAll("[data-count-side]")) write(cell, sayNumber(sides[cell.dataset.countSide] ?? 0));
    for (const cell of root.querySelectorAll("[data-count-status]")) write(cell, sayNumber(counts[cell.dataset.countStatus] ?? 0));
  };
}

function write(cell, text) {
  if (cell.textContent !== text) cell.textContent = text;
}

/** The same colour in each step of age. */
function drawAges() {
  const parts = PALER.map((opacity, step) => svg("rect", { x: 1 + step * 6, y: 1, width: 6, height: 14, class: "fill-government", opacity }));
  return svg("svg", BOX, ...parts, svg("rect", { x: 1, y: 1, width: 24, height: 14, fill: "none", class: "swatch-box" }));
}

/** A small rectangle with the look. */
export function drawSwatch(look) {
  const fill = look === "none" || look === "besieged" ? "transparent" : `url(#${look})`;
  const ring = look === "besieged" ? "swatch-box besieged" : "swatch-box";
  return svg("svg", BOX, svg("rect", { x: 1, y: 1, width: 24, height: 14, fill, class: ring }));
}
