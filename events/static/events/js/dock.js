/** The time dock: it puts its parts together, knows steps by number, and tells which day or hour was asked for. */

import { Brush } from "./brush.js";
import { dayInWords, hourInWords } from "./dates.js";
import { drawHistogram } from "./histogram.js";
import { Player } from "./player.js";
import { Track } from "./track.js";
import { nextChange, previousChange } from "./counting.js";
import { TypedDate } from "./typed_date.js";
import { asWindow, holding, isWhole, whole } from "./window.js";

export class Dock {
  /** `asked({ on, at }, act)` is told of a day or an hour, `windowed()` of another window. */
  constructor(root, { calendar, say, language, asked, windowed }) {
    Object.assign(this, { root, calendar, say, language, windowed, rightToLeft: language === "ar" });
    this.asked = (when, act) => (this.player.pause(), asked(when, act)); // whoever asks for a day wants to stay there
    const parts = new Map([...root.querySelectorAll("[data-dock]")].map((part) => [part.dataset.dock, part]));
    this.part = (name) => parts.get(name);
    this.window = whole(calendar.last);
    this.at = null;
    this.hereOfWar = this.part("overview").querySelector(".here");
    this.track = new Track(root, { ...this, asked: (step) => this.ask(step) });
    this.typed = new TypedDate(root, { calendar, language, say, asked: (on) => this.asked({ on, at: null }, `typed:${on}`) });
    this.player = new Player(this.part("play"), this.part("speed"), { say, first: () => this.first(), next: (step) => this.next(step), asked: (step) => asked(this.whenOf(step)) });
    this.brush = new Brush(this.part("overview"), { last: calendar.last, rightToLeft: this.rightToLeft, words: (day) => this.inWords(day),
      changed: (window, isDone) => this.choose(window, isDone), picked: (day) => this.asked({ on: calendar.days[day], at: null }) });
    this.listen();
  }

  listen() {
    const steps = { "previous-change": () => this.changeBy(-1), "next-change": () => this.changeBy(1), "previous-day": () => this.step - 1, "next-day": () => this.step + 1 };
    for (const [name, step] of Object.entries(steps)) this.part(name).addEventListener("click", () => this.ask(step()));
    this.part("whole").addEventListener("click", () => this.choose(whole(this.calendar.last), true));
    this.part("unit").addEventListener("change", ({ target }) => this.turnTo(target.value));
    this.part("more").addEventListener("click", () => this.unfold());
  }

  /** Take what the track and the strip are drawn from. */
  use(scales) {
    this.scales = scales;
    drawHistogram(this.part("overview-bars"), scales.counts, { from: 0, to: this.calendar.last, rightToLeft: this.rightToLeft });
    if (this.day !== undefined) this.draw();
  }

  /** Take the day by which the evidence was known; null for today. */
  useKnown(day) {
    const number = day === null ? null : this.calendar.numberOf(day);
    if (this.scale) this.track.shade(number);
    else this.track.known = number;
  }

  /** The window that the address names. */
  useWindow(from, to) {
    const number = (day) => (day === null ? null : this.calendar.numberOf(day));
    this.window = asWindow(number(from), number(to), this.calendar.last);
    if (this.day !== undefined) this.draw();
  }

  /** What the address says of the window: nothing of the whole. */
  windowOfAddress() {
    if (isWhole(this.window, this.calendar.last)) return { from: null, to: null };
    return { from: this.calendar.days[this.window.from], to: this.calendar.days[this.window.to] };
  }

  inWords(day) {
    return dayInWords(this.calendar.days[day], this.language, "long");
  }

  ask(step) {
    if (step >= 0 && step <= (this.scale.hours ? this.scale.to : this.calendar.last)) this.asked(this.whenOf(step));
  }

  whenOf(step) {
    const { days } = this.calendar;
    return this.scale.hours ? { on: days[this.day], at: this.scale.hours[step].hour } : { on: days[step], at: null };
  }

  /** Whether there is a change to go to from here. */
  hasChanges() {
    return this.changeBy(-1) >= 0 || this.changeBy(1) >= 0;
  }

  /** The step of the next change or of the one before; -1 without one. */
  changeBy(direction) {
    return (direction > 0 ? nextChange : previousChange)(this.scale.counts, this.step);
  }

  /** Where playing begins anew: the first hour of the day, or the first day of the window. */
  first() {
    return this.scale.hours ? 0 : this.window.from;
  }

  /** Where playing goes from here, no further than the last hour of the day or the last day of the window; -1 at the end. */
  next(step) {
    const last = this.scale.hours ? this.scale.to : this.window.to;
    const next = step === "change" ? this.changeBy(1) : Math.min(this.step + (this.scale.hours ? 1 : step), last);
    return next > last || next === this.step ? -1 : next;
  }

  turnTo(unit) {
    const hours = unit === "hour" ? this.calendar.hoursOf(this.day) : null;
    this.asked({ on: this.calendar.days[this.day], at: hours ? hours[0].hour : null }, `unit:${unit}`);
  }

  /** Take a window; once the hand lets go, the day shown is one of its days. */
  choose(window, isDone) {
    this.window = window;
    this.draw();
    if (!isDone) return;
    const day = Math.min(Math.max(this.day, window.from), window.to);
    if (day !== this.day) this.asked({ on: this.calendar.days[day], at: null }, "window");
    this.windowed();
  }

  /** What keys do. */
  acts() {
    const { days, last } = this.calendar;
    const end = (number) => () => this.asked({ on: days[number], at: null });
    return {
      play: () => this.player.toggle(), day: (by) => this.ask(this.step + by), change: (by) => this.ask(this.changeBy(by)), first: end(0), last: end(last),
      date: () => this.typeDate(), unit: () => (this.at !== null || this.scales.hourly[this.day]) && this.turnTo(this.at === null ? "hour" : "day"),
    };
  }

  typeDate() {
    if (!this.root.classList.contains("unfolded")) this.unfold();
    this.typed.focus();
  }

  unfold() {
    const button = this.part("more");
    const isOpen = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(isOpen));
    this.root.classList.toggle("unfolded", isOpen);
  }

  draw() {
    this.scale = this.at === null ? this.scales.days(this.window) : this.scales.hours(this.day);
    this.drawnDay = this.at === null ? null : this.day;
    this.brush.show(this.window);
    this.part("whole").hidden = isWhole(this.window, this.calendar.last);
    this.writeTally(this.scales.tally(this.window));
    this.track.draw(this.scale);
    this.mark();
    this.tell();
  }

  /** How many changes the window has, and how many of them the map shows and cannot show; each leads to its list. */
  writeTally(found) {
    for (const link of this.root.querySelectorAll("[data-tally]")) link.textContent = this.say(`tally_${link.dataset.tally}`, { n: found[link.dataset.tally] });
  }

  /** Show the day, or the hour of it, in words and on the slider; `tell` says the rest. */
  show(on, at = null) {
    this.day = this.calendar.numberOf(on);
    this.at = at;
    const window = holding(this.window, this.day, this.calendar.last);
    const isDrawn = this.scale && window === this.window && this.drawnDay === (at === null ? null : this.day);
    this.window = window;
    if (isDrawn) this.mark();
    else this.draw();
  }

  mark() {
    const on = this.calendar.days[this.day];
    const hours = this.scale.hours;
    this.step = hours ? hours.findIndex(({ hour }) => hour === this.at) : this.day;
    const words = hours ? `${dayInWords(on, this.language)}${this.say("comma")}${hourInWords(this.at, this.language)}` : dayInWords(on, this.language);
    this.track.mark(this.step, words);
    this.part("words").textContent = words;
  }

  /** What is told of the step beside its name: where it lies in the war, shares, number of changes, and where one can go from here. */
  tell() {
    const isHour = Boolean(this.scale.hours);
    this.hereOfWar.style.setProperty("--now", `${(this.day / Math.max(1, this.calendar.last)) * 100}%`);
    this.part("words").setAttribute("datetime", this.calendar.days[this.day]);
    this.track.tell();
    this.part("changes").textContent = this.say(isHour ? "changes_hour" : "changes", { n: this.scale.counts[this.step] ?? 0 });
    this.typed.show(this.calendar.days[this.day]);
    this.markUnit(isHour);
    this.markSteps();
  }

  markUnit(isHour) {
    const hasHours = Boolean(this.scales.hourly[this.day]);
    const [day, hour] = this.part("unit").querySelectorAll("input");
    (isHour ? hour : day).checked = true;
    hour.disabled = !hasHours && !isHour;
    this.part("no-hours").hidden = hasHours;
    for (const name of ["previous", "next"]) {
      const button = this.part(`${name}-day`);
      const words = this.say(`${name}_${isHour ? "hour" : "day"}`);
      if (button.title === words) continue;
      button.title = words;
      button.setAttribute("aria-label", words);
    }
  }

  markSteps() {
    this.part("previous-change").disabled = this.changeBy(-1) < 0;
    this.part("next-change").disabled = this.changeBy(1) < 0;
    this.part("previous-day").disabled = this.step <= 0;
    this.part("next-day").disabled = this.step >= (this.scale.hours ? this.scale.to : this.calendar.last);
  }
}
