/** How places are drawn: in the colours of their holders on the map of control, quietly beside a list of them. */

import { colour } from "./colours.js";

const PALER = [1, 0.74, 0.54, 0.38]; // how much of the colour is left in each step of age

/** A place of the map of control, in this state and with this fill. */
export function onPaper(state, fill) {
  return {
    color: colour(fill ? "paper" : "joint"), weight: 1.2, opacity: 1, lineJoin: "round",
    fill: true, fillColor: fill || "transparent", fillOpacity: fill ? PALER[state.age ?? 0] : 0,
  };
}

/** A place that is too small for a shape keeps an outline of ink. */
export function pointOnPaper() {
  return { color: colour("ink"), weight: 1 };
}

/** A place beside a list: `strength` from 0 to 1 says how much it stands out. */
export function inAccent(strength) {
  const accent = colour("accent");
  return { color: accent, weight: 0.6 + 1.9 * strength, opacity: 0.3 + 0.7 * strength, fill: true, fillColor: accent, fillOpacity: 0.03 + 0.27 * strength };
}

/** A place that is only the ground of a list's map. */
export function inOutline() {
  return { color: colour("hairline"), weight: 1, opacity: 1, fill: true, fillColor: colour("card"), fillOpacity: 1 };
}
