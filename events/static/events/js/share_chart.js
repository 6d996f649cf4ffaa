/** The share of the city by side as stacked areas, and the words for one step of it. */

import { h, svg } from "./dom.js";
import { GROUPS, partsAt } from "./shares.js";
import { fillOf, swatch } from "./swatch.js";

/** Draw the shares of the steps from one number to another into the SVG, at the size that it has on the page. */
export function drawShares(into, shares, { from, to, rightToLeft }) {
  const { width, height } = into.getBoundingClientRect();
  if (!width || !height) return;
  into.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const unit = width / Math.max(1, to - from);
  const x = (step) => {
    const along = Math.min(Math.max((step - from - 0.5) * unit, 0), width);
    return (rightToLeft ? width - along : along).toFixed(1);
  };
  const floor = new Float64Array(to - from + 2);
  const areas = GROUPS.map((group) => svg("path", { d: area(shares[group], floor, { from, to, height, x }), fill: fillOf(group), "data-group": group }));
  into.replaceChildren(betweenPattern(), svg("rect", { width, height, class: "nobody" }), ...areas);
}

/** A band that stands on the floor, in steps; its top becomes the floor of the next one. */
function area(share, floor, { from, to, height, x }) {
  const [top, bottom] = [[], []];
  let [before, isThere] = [{ low: NaN, high: NaN }, false];
  for (let step = from; step <= to; step += 1) {
    const low = floor[step - from];
    const high = low + share[step];
    if (low !== before.low || high !== before.high) {
      top.push([x(step), y(high)]);
      bottom.push([x(step), y(low)]);
    }
    before = { low, high };
    floor[step - from] = high;
    isThere ||= share[step] > 0;
  }
  if (!isThere) return "";
  return `M${steps(top, x(to + 1)).join("L")}L${steps(bottom, x(to + 1)).reverse().join("L")}Z`;

  function y(value) {
    return (height * (1 - value)).toFixed(2);
  }
}

/** Level from each point to below the next one, then up or down to it. */
function steps(points, end) {
  return points.flatMap(([x, y], number) => [`${x} ${y}`, `${points[number + 1]?.[0] ?? end} ${y}`]);
}

/** Neither side's colour: narrow dark stripes on paper. */
function betweenPattern() {
  return svg("pattern", { id: "look-between", width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("rect", { width: 5, height: 5, class: "fill-paper" }), svg("rect", { width: 2.2, height: 5, class: "fill-between" }));
}

/** The line of words under the chart: a swatch, a name and a share for each group; `write` fills it for a step. */
export class ShareWords {
  constructor(into, { say, percent }) {
    Object.assign(this, { into, say, percent });
    this.cells = new Map([...GROUPS, "none"].map((group) => [group, this.cell(group)]));
    into.replaceChildren(...this.cells.values());
  }

  cell(group) {
    return h("span", { class: "share", hidden: true }, swatch(group), h("span", {}, this.say(`group_${group}`)), " ", h("b", {}));
  }

  write(shares, step) {
    const parts = new Map(partsAt(shares, step));
    for (const [group, cell] of this.cells) {
      const part = parts.get(group);
      const words = part === undefined ? "" : this.inPercent(part);
      if (cell.words === words) continue;
      cell.words = words;
      cell.hidden = !words;
      cell.lastChild.textContent = words;
    }
  }

  inPercent(part) {
    return part < 0.005 ? this.say("under_one_percent") : this.percent.format(part);
  }

  /** The same as one sentence. */
  sentence(shares, step) {
    return partsAt(shares, step).map(([group, part]) => `${this.say(`group_${group}`)} ${this.inPercent(part)}`).join(this.say("comma"));
  }
}
