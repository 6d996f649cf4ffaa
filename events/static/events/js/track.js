/** The detailed track: bars, slider, shares and ticks of one window of days, or of the hours of a day. */

import { localeOf } from "./dates.js";
import { drawHistogram, drawTicks } from "./histogram.js";
import { pageByDays } from "./range_keys.js";
import { ShareWords, drawShares } from "./share_chart.js";
import { positionAt, stepsOf } from "./slider_keys.js";

export class Track {
  /** `asked(step)` is told of every step that the reader asks for. */
  constructor(root, { rightToLeft, language, say, asked }) {
    const part = (name) => root.querySelector(`[data-dock="${name}"]`);
    Object.assign(this, { rightToLeft, asked, known: null, reading: null, slider: part("slider"), bars: part("histogram"), ticks: part("ticks"), chart: part("shares"), lines: part("lines") });
    this.here = this.lines.querySelector(".here");
    this.words = new ShareWords(part("shares-words"), { say, percent: new Intl.NumberFormat(localeOf(language), { style: "percent", maximumFractionDigits: 0 }) });
    this.readWords = part("shares-day");
    this.slider.addEventListener("input", () => asked(Number(this.slider.value)));
    pageByDays(this.slider, () => !this.scale?.hours);
    this.chart.addEventListener("pointermove", (event) => this.read(this.stepAt(event)));
    this.chart.addEventListener("pointerleave", () => this.read(null));
    this.chart.addEventListener("focus", () => this.read(this.step));
    this.chart.addEventListener("blur", () => this.read(null));
    this.chart.addEventListener("click", (event) => asked(this.stepAt(event)));
    this.chart.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.scale && this.drawChart()).observe(this.chart);
  }

  /** Draw the steps of a scale: `from`, `to`, `counts`, `shares`, `marks(most)` and `words(step)`. */
  draw(scale) {
    this.scale = { ...scale, rightToLeft: this.rightToLeft };
    Object.assign(this.slider, { min: scale.from, max: scale.to });
    drawHistogram(this.bars, scale.counts, this.scale);
    this.shade(this.known);
    this.drawChart();
  }

  drawChart() {
    drawShares(this.chart.querySelector("svg"), this.scale.shares, this.scale);
    drawTicks(this.ticks, this.scale.marks(Math.floor(this.ticks.clientWidth / (this.rightToLeft ? 110 : 74))), this.scale);
    this.chart.setAttribute("aria-valuemin", this.scale.from);
    this.chart.setAttribute("aria-valuemax", this.scale.to);
    this.read(null);
  }

  /** Put the slider and its line on the step, which costs no drawing. */
  mark(step, words) {
    this.step = step;
    this.slider.value = step;
    this.slider.setAttribute("aria-valuetext", words);
    this.here.style.setProperty("--now", this.placeOf(step)); // on itself: whatever lay beside it would be styled anew
  }

  /** Say the shares of the step, unless another one is read. */
  tell() {
    if (this.reading === null) this.write(this.step);
  }

  /** Shade the days after the one by which the evidence was known; null shades none. */
  shade(day) {
    this.known = day;
    const isShaded = day !== null && day < this.scale.to && !this.scale.hours;
    this.lines.classList.toggle("known", isShaded);
    if (isShaded) this.lines.style.setProperty("--known", this.placeOf(Math.max(day, this.scale.from)));
  }

  placeOf(step) {
    const { from, to } = this.scale;
    return `${((step - from) / Math.max(1, to - from)) * 100}%`;
  }

  /** Read the shares of a step without going there; null reads the step shown. */
  read(step) {
    this.reading = step;
    this.lines.classList.toggle("reading", step !== null);
    if (step !== null) this.lines.style.setProperty("--read", this.placeOf(step));
    if (this.step !== undefined || step !== null) this.write(step ?? this.step);
  }

  write(step) {
    const shown = Math.min(Math.max(step, this.scale.from), this.scale.to);
    this.words.write(this.scale.shares, shown);
    this.readWords.textContent = this.reading === null ? "" : this.scale.words(shown);
    this.chart.setAttribute("aria-valuenow", shown);
    if (this.reading !== null) this.chart.setAttribute("aria-valuetext", `${this.scale.words(shown)}: ${this.words.sentence(this.scale.shares, shown)}`);
  }

  key(event) {
    const by = stepsOf(event.key, { rightToLeft: this.rightToLeft });
    if (event.key === "Enter") this.asked(this.reading ?? this.step);
    else if (by === null || event.altKey || event.ctrlKey || event.metaKey) return;
    else this.read(Math.min(Math.max((this.reading ?? this.step) + by, this.scale.from), this.scale.to));
    event.preventDefault();
    event.stopPropagation();
  }

  stepAt(event) {
    return positionAt(event.clientX, this.chart.getBoundingClientRect(), this.scale);
  }
}
