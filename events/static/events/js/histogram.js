/** How much changed in each step of time, as thin bars. */

import { svg } from "./dom.js";

const HEIGHT = 34;
const WIDEST = 0.012; // of the line, so that half a bar fits into the margin at its ends

/** Draw the bars of the steps from one number to another, each over its own tick; time runs with the reading direction. */
export function drawHistogram(into, counts, { from, to, rightToLeft }) {
  const length = Math.max(1, to - from);
  const shown = counts.slice(from, to + 1);
  const most = shown.reduce((one, other) => Math.max(one, other), 1);
  const width = Math.max(Math.min(0.72, length * WIDEST), length / 700);
  const bars = [];
  shown.forEach((count, step) => {
    if (!count) return;
    const height = Math.max(4, Math.sqrt(count / most) * HEIGHT);
    const x = rightToLeft ? length - step : step;
    bars.push(`M${(x - width / 2).toFixed(2)} ${HEIGHT}v${-height.toFixed(1)}h${width.toFixed(2)}v${height.toFixed(1)}z`);
  });
  into.setAttribute("viewBox", `0 0 ${length} ${HEIGHT}`);
  into.setAttribute("preserveAspectRatio", "none");
  into.replaceChildren(svg("path", { d: bars.join(""), class: "bars" }));
}

/** Write labels under the steps: `marks` are their numbers and words. */
export function drawTicks(into, marks, { from, to, rightToLeft }) {
  into.replaceChildren(...marks.map(({ at, words }) => {
    const mark = document.createElement("span");
    mark.textContent = words;
    const part = (at - from) / Math.max(1, to - from);
    mark.classList.toggle("at-start", part < 0.03);
    mark.classList.toggle("at-end", part > 0.97);
    mark.style[rightToLeft ? "right" : "left"] = `${part * 100}%`;
    return mark;
  }));
}
