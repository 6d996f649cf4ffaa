/** The time dock: slider, steps, play, the typed date. It knows days by number and tells which one was asked for. */

import { addDays, dayInWords, daysBetween, parseDay } from "./dates.js";
import { drawHistogram, drawTicks } from "./histogram.js";
import { nextChange, previousChange } from "./timeline.js";

const AROUND = 40;

export class Dock {
  constructor(root, { first, days, counts, say, language, asked }) {
    Object.assign(this, { root, first, days, counts, say, language, asked, rightToLeft: language === "ar" });
    this.part = (name) => root.querySelector(`[data-dock="${name}"]`);
    this.whole = true;
    this.timer = null;
    this.listen();
  }

  listen() {
    const steps = { "previous-change": () => previousChange(this.counts, this.day), "next-change": () => nextChange(this.counts, this.day),
      "previous-day": () => this.day - 1, "next-day": () => this.day + 1 };
    for (const [name, step] of Object.entries(steps)) this.part(name).addEventListener("click", () => this.ask(step()));
    this.part("slider").addEventListener("input", (event) => this.ask(Number(event.target.value)));
    this.part("play").addEventListener("click", () => (this.timer ? this.pause() : this.play()));
    this.part("typed").addEventListener("submit", (event) => this.typed(event));
    this.part("range").addEventListener("click", () => this.changeRange());
  }

  ask(day) {
    if (day < 0 || day >= this.days.length) return this.pause();
    return this.asked(this.days[day]);
  }

  typed(event) {
    event.preventDefault();
    const field = this.part("date");
    const day = parseDay(field.value);
    const isKnown = day !== null && day >= this.days[0] && day <= this.days.at(-1);
    field.setAttribute("aria-invalid", String(!isKnown));
    this.part("date-error").textContent = isKnown ? "" : this.say("bad_date", { first: dayInWords(this.days[0], this.language, "long"), last: dayInWords(this.days.at(-1), this.language, "long") });
    if (isKnown) this.asked(day);
  }

  play() {
    const button = this.part("play");
    button.setAttribute("aria-pressed", "true");
    button.setAttribute("aria-label", this.say("pause"));
    this.tick();
  }

  tick() {
    const { wait, step } = JSON.parse(this.part("speed").value);
    this.timer = setTimeout(() => {
      const next = step === "change" ? nextChange(this.counts, this.day) : this.day + step;
      if (next < 0 || next >= this.days.length) return this.pause();
      this.asked(this.days[next]);
      return this.tick();
    }, wait);
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = null;
    const button = this.part("play");
    button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-label", this.say("play"));
  }

  changeRange() {
    this.whole = !this.whole;
    this.part("range").textContent = this.say(this.whole ? "range_near" : "range_whole");
    this.drawRange();
  }

  drawRange() {
    const last = this.days.length - 1;
    this.from = this.whole ? 0 : Math.max(0, Math.min(this.day - AROUND, last - 2 * AROUND));
    this.to = this.whole ? last : Math.min(last, this.from + 2 * AROUND);
    const range = { from: this.from, to: this.to, rightToLeft: this.rightToLeft };
    const slider = this.part("slider");
    slider.min = this.from;
    slider.max = this.to;
    slider.value = this.day;
    drawHistogram(this.part("histogram"), this.counts, range);
    drawTicks(this.part("ticks"), { ...range, days: this.days, say: (day, short) => this.tickLabel(day, short) });
  }

  tickLabel(day, short) {
    const shape = short ? { day: "numeric", month: "short" } : { year: "numeric" };
    return new Intl.DateTimeFormat(this.language === "ar" ? "ar-SY" : "en-GB", { ...shape, timeZone: "UTC" }).format(new Date(day));
  }

  /** Show the day: in words, on the slider, in the field. */
  show(iso) {
    this.day = daysBetween(this.first, iso);
    if (this.from === undefined || this.day < this.from || this.day > this.to) this.drawRange();
    const words = dayInWords(iso, this.language);
    const slider = this.part("slider");
    slider.value = this.day;
    slider.setAttribute("aria-valuetext", words);
    this.part("words").textContent = words;
    this.part("words").setAttribute("datetime", iso);
    this.part("changes").textContent = this.say("changes", { n: this.counts[this.day] ?? 0 });
    if (document.activeElement !== this.part("date")) this.part("date").value = iso;
    this.part("previous-change").disabled = previousChange(this.counts, this.day) < 0;
    this.part("next-change").disabled = nextChange(this.counts, this.day) < 0;
    this.part("previous-day").disabled = this.day <= 0;
    this.part("next-day").disabled = this.day >= this.days.length - 1;
  }
}

/** The days from the first one to the last. */
export function daysFrom(first, last) {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, number) => addDays(first, number));
}
