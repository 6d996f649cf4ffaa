/** The legend: a swatch, a word, and how many places have that look on the day. */

import { svg } from "./patterns.js";

/** Draw the swatches that the page names, and give the function that writes the counts. */
export function drawLegend(root, sayNumber) {
  for (const swatch of root.querySelectorAll("[data-look]")) swatch.append(drawSwatch(swatch.dataset.look));
  return (found, sideOf) => {
    const sides = {};
    for (const [actor, number] of Object.entries(found.held)) sides[sideOf(actor)] = (sides[sideOf(actor)] ?? 0) + number;
    const counts = { ...found.status, besieged: found.besieged, none: found.none };
    for (const cell of root.querySelectorAll("[data-count-side]")) cell.textContent = sayNumber(sides[cell.dataset.countSide] ?? 0);
    for (const cell of root.querySelectorAll("[data-count-status]")) cell.textContent = sayNumber(counts[cell.dataset.countStatus] ?? 0);
  };
}

/** A small rectangle with the look. */
export function drawSwatch(look) {
  const box = { width: 26, height: 16, viewBox: "0 0 26 16", "aria-hidden": "true", class: "swatch" };
  const fill = look === "none" || look === "besieged" ? "transparent" : `url(#${look})`;
  const ring = look === "besieged" ? "swatch-box besieged" : "swatch-box";
  return svg("svg", box, svg("rect", { x: 1, y: 1, width: 24, height: 14, fill, class: ring }));
}
