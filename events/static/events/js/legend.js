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
  const [ofSides, ofStatuses] = ["countSide", "countStatus"].map((key) => counters(root, key, sayNumber));
  return (found, sideOf) => {
    const sides = {};
    for (const [actor, number] of Object.entries(found.held)) sides[sideOf(actor)] = (sides[sideOf(actor)] ?? 0) + number;
    const counts = { ...found.status, besieged: found.besieged, none: found.none };
    ofSides(sides);
    ofStatuses(counts);
  };
}

/** A function that writes numbers into the cells that this data attribute names, where they differ from what stands. */
function counters(root, attribute, sayNumber) {
  const cells = [...root.querySelectorAll(".count")].filter(({ dataset }) => attribute in dataset).map((cell) => ({ cell, key: cell.dataset[attribute] }));
  return (counts) => {
    for (const one of cells) {
      const number = counts[one.key] ?? 0;
      if (number !== one.number) one.cell.textContent = sayNumber(number);
      one.number = number;
    }
  };
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
