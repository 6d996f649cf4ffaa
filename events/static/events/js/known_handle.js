/** The second handle: what was known on a day. At its end, everything known today counts. */

import { dayInWords } from "./dates.js";
import { pageByDays } from "./range_keys.js";

const SETTLED_MS = 200;

export class KnownHandle {
  /** `asked(day)` is told where the handle came to rest; null for today. */
  constructor(root, { calendar, language, say, asked }) {
    const part = (name) => root.querySelector(`[data-dock="${name}"]`);
    Object.assign(this, { calendar, language, say, asked, handle: part("known"), words: part("known-words"), today: part("known-today"), shade: part("overview") });
    this.handle.max = calendar.last + 1;
    this.handle.addEventListener("input", () => this.moved());
    pageByDays(this.handle);
    this.today.addEventListener("click", () => this.back());
  }

  moved() {
    const day = this.calendar.days[Number(this.handle.value)] ?? null;
    this.write(day);
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.asked(day), SETTLED_MS);
  }

  back() {
    clearTimeout(this.settling);
    this.show(null);
    this.handle.focus();
    this.asked(null);
  }

  /** Show what is in force; a day outside the record stands at the nearer end. */
  show(day) {
    const number = day === null ? this.calendar.last + 1 : Math.min(Math.max(this.calendar.numberOf(day), 0), this.calendar.last);
    this.handle.value = number;
    this.write(day, number);
  }

  write(day, number = Number(this.handle.value)) {
    const words = day === null ? this.say("known_today") : this.say("known_on", { day: dayInWords(day, this.language, "long") });
    this.words.textContent = words;
    this.handle.setAttribute("aria-valuetext", words);
    this.today.hidden = day === null;
    this.shade.classList.toggle("known", day !== null);
    this.shade.style.setProperty("--known", `${(Math.min(number, this.calendar.last) / Math.max(1, this.calendar.last)) * 100}%`);
  }

  /** A revision answers as it did, so that no other time can be asked of it. */
  close() {
    this.handle.disabled = true;
    this.words.textContent = this.say("known_not_of_revision");
  }
}
