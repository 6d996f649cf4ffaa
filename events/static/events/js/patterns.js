/** The patterns that tell doubt, for drawings beside the map; the map itself has the same ones from `fills.js`. */

import { SIDES, pairs } from "./looks.js";

const SVG = "http://www.w3.org/2000/svg";

/** An SVG element with these attributes and children. */
export function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Fill the element with every pattern that a state may need. */
export function drawPatterns(into) {
  into.append(
    ...SIDES.flatMap((side) => [solid(side), hatch(side)]),
    ...pairs().flatMap((pair) => [stripes("contested", 5.3, 45, pair), stripes("shared", 13, 0, pair)]),
    dots(),
  );
}

function solid(side) {
  // a gradient of one colour, since tiles of a pattern would show their seams
  return svg("linearGradient", { id: `assessed-${side}` }, svg("stop", { class: `stop-${side}` }));
}

function tile(id, size, turn, ...children) {
  const shape = { id, width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${turn})` };
  return svg("pattern", shape, ...children);
}

function hatch(side) {
  return tile(`claimed-${side}`, 5.66, 45,
    svg("rect", { width: 5.66, height: 5.66, class: `tint-${side}` }),
    svg("rect", { width: 1.7, height: 5.66, class: `fill-${side}` }));
}

function stripes(status, width, turn, [one, other]) {
  return tile(`${status}-${one}-${other}`, width * 2, turn,
    svg("rect", { width: width * 2, height: width * 2, class: `fill-${other}` }),
    svg("rect", { width, height: width * 2, class: `fill-${one}` }));
}

function dots() {
  return tile("unknown", 5.66, 45,
    svg("rect", { width: 5.66, height: 5.66, class: "fill-paper" }),
    svg("circle", { cx: 2.83, cy: 2.83, r: 1.1, class: "fill-dot" }));
}
