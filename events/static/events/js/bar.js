/** The bar of a place through the war: its periods, one after the other, in the looks of the map. */

import { svg } from "./dom.js";
import { lookOf } from "./looks.js";
import { fillOf } from "./swatch.js";

const WIDTH = 340;
const HEIGHT = 22;

/** The bar of these periods from the first to the last moment, with a line at the day shown. */
export function drawBar(history, { first, last, now, sideOf, rightToLeft, label }) {
  const at = (moment) => (Math.min(Math.max(moment, first), last) - first) / (last - first) * WIDTH;
  const parts = history.map((period, number) => {
    const from = at(Date.parse(period.start));
    const until = number + 1 < history.length ? at(Date.parse(history[number + 1].start)) : WIDTH;
    return svg("rect", { ...place(from, until), y: 3, height: HEIGHT - 6, fill: fillOf(lookOf(period, sideOf)) });
  });
  const line = svg("rect", { ...place(at(now) - 1, at(now) + 1), y: 0, height: HEIGHT, class: "now" });
  const box = svg("rect", { x: 0.5, y: 3.5, width: WIDTH - 1, height: HEIGHT - 7, class: "bar-frame" });
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "bar", role: "img", "aria-label": label }, ...parts, box, line);

  function place(from, until) {
    const width = Math.max(until - from, 0);
    return { x: rightToLeft ? WIDTH - until : from, width };
  }
}
