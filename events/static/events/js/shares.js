/** How much of the city each side has, step by step of time. Pure. */

import { SIDES } from "./looks.js";
import { stepOf } from "./counting.js";

const OUTSIDE = new Set(["suburb", "town", "village", "region", "road"]); // of the city, or no area of their own
const HELD = new Set(["assessed", "claimed"]);
const held = (side) => [`assessed-${side}`, `claimed-${side}`];

/** From the bottom to the top of the chart; what nobody speaks of is left blank above them. */
export const GROUPS = [...held("government"), ...held("kurdish"), "between", ...held("opposition").reverse(), ...held("isil"), "unknown"];

/** The group of a state; null without information. */
export function groupOf(state, sideOf) {
  if (!state) return null;
  const side = sideOf(state.holder);
  if (HELD.has(state.status) && SIDES.includes(side)) return `${state.status}-${side}`;
  return ["contested", "shared"].includes(state.status) && (side || sideOf(state.challenger)) ? "between" : "unknown";
}

/** What each place of the city counts: its square kilometres where all shapes have them, else one. */
export function weightsOf(features) {
  const city = features.filter(({ geometry, properties }) => geometry && geometry.type !== "Point" && !OUTSIDE.has(properties.kind));
  const byArea = city.length > 0 && city.every(({ properties }) => properties.area_km2 > 0);
  return { byArea, weights: new Map(city.map(({ id, properties }) => [id, byArea ? properties.area_km2 : 1])) };
}

/** The part of the whole, from 0 to 1, that each group has at the end of each step; `ends` are their moments. */
export function sharesBy(timeline, ends, weights, sideOf) {
  const group = timeline.states.map((state) => groupOf(state, sideOf));
  const found = Object.fromEntries(GROUPS.map((name) => [name, new Float64Array(ends.length + 1)]));
  let total = 0;
  for (const [slug, weight] of weights) {
    total += weight;
    const place = timeline.index.get(slug);
    if (place !== undefined) addPlace(timeline, place, { weight, ends, group, found });
  }
  for (const name of GROUPS) found[name] = summed(found[name], total, ends.length);
  return found;
}

/** Note for one place where each group gains and loses it. */
function addPlace({ offsets, starts, chosen }, place, { weight, ends, group, found }) {
  let until = ends.length;
  for (let row = offsets[place + 1] - 1; row >= offsets[place]; row -= 1) {
    const name = group[chosen[row]];
    const from = stepOf(ends, starts[row]);
    if (name && from < until) {
      found[name][from] += weight;
      found[name][until] -= weight;
    }
    until = from;
  }
}

function summed(gains, total, length) {
  const shares = new Float64Array(length);
  let sum = 0;
  for (let step = 0; step < length; step += 1) {
    sum += gains[step];
    shares[step] = total ? Math.max(0, sum / total) : 0;
  }
  return shares;
}

/** The groups that have a part at the step, in order, and what is left: nobody speaks of it. */
export function partsAt(shares, step) {
  const parts = GROUPS.map((name) => [name, shares[name][step] ?? 0]);
  const rest = 1 - parts.reduce((sum, [, part]) => sum + part, 0);
  return [...parts, ["none", Math.max(0, rest)]].filter(([, part]) => part > 1e-9);
}
