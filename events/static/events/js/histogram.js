/** How much changed on each day, as thin bars behind the slider. */

import { svg } from "./patterns.js";

const HEIGHT = 34;

/** Draw the bars of the days from one number to another; time runs with the reading direction. */
export function drawHistogram(into, counts, { from, to, rightToLeft }) {
  const days = to - from + 1;
  const most = Math.max(1, ...counts.slice(from, to + 1));
  const bars = [];
  for (let day = from; day <= to; day += 1) {
    if (!counts[day]) continue;
    const height = Math.max(2, Math.sqrt(counts[day] / most) * HEIGHT);
    const x = rightToLeft ? to - day : day - from;
    const width = Math.max(0.72, days / 700);
    bars.push(`M${x + (1 - width) / 2} ${HEIGHT}v${-height}h${width}v${height}z`);
  }
  into.setAttribute("viewBox", `0 0 ${days} ${HEIGHT}`);
  into.setAttribute("preserveAspectRatio", "none");
  into.replaceChildren(svg("path", { d: bars.join(""), class: "bars" }));
}

/** Write the years, or the days of a short window, under the bars. */
export function drawTicks(into, { days, from, to, rightToLeft, say }) {
  const length = to - from;
  const marks = [];
  for (let day = from; day <= to; day += 1) {
    const isYear = days[day].endsWith("-01-01");
    const isWeek = length < 120 && (day - from) % 10 === 5;
    if (length < 120 ? isWeek : isYear) marks.push(day);
  }
  into.replaceChildren(...marks.map((day) => {
    const mark = document.createElement("span");
    mark.textContent = say(days[day], length < 120);
    const share = `${((day - from) / length) * 100}%`;
    mark.style[rightToLeft ? "right" : "left"] = share;
    return mark;
  }));
}
