/** The looks in drawings beside the map: a colour, or a pattern that stands in the page (`templatetags/looks.py`). */

import { svg } from "./dom.js";

/** The `fill` of a shape with this look. */
export function fillOf(look) {
  const [status, side] = look.split("-");
  if (status === "assessed") return `var(--${side})`;
  return status === "none" ? "none" : `url(#look-${look})`;
}

/** A small box with the look, as the legend has it. */
export function swatch(look) {
  const box = svg("rect", { x: 1.5, y: 5.5, width: 23, height: 13, class: "swatch-box", fill: fillOf(look) });
  return svg("svg", { class: "swatch", width: 26, height: 16, viewBox: "0 4 26 16", "aria-hidden": "true" }, box);
}
