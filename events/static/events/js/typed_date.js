/** The field for a day, as readers write days: followed when it is one of the record, else the reason is told. */

import { dayInWords, parseDay } from "./dates.js";

export class TypedDate {
  constructor(root, { calendar, language, say, asked }) {
    const part = (name) => root.querySelector(`[data-dock="${name}"]`);
    Object.assign(this, { calendar, language, say, asked, field: part("date"), error: part("date-error") });
    part("typed").addEventListener("submit", (event) => this.sent(event));
  }

  sent(event) {
    event.preventDefault();
    const day = parseDay(this.field.value);
    const error = this.errorOf(day);
    this.tell(error);
    if (!error) this.asked(day);
  }

  tell(error) {
    this.field.setAttribute("aria-invalid", String(error !== ""));
    this.error.textContent = error;
  }

  errorOf(day) {
    const { first, days, last } = this.calendar;
    if (day !== null && day >= first && day <= days[last]) return "";
    const [from, to] = [first, days[last]].map((one) => dayInWords(one, this.language, "long"));
    return this.say(day ? "day_outside" : "bad_date", { first: from, last: to });
  }

  focus() {
    this.field.focus();
    this.field.select();
  }

  /** Show the day, unless somebody is writing one. */
  show(day) {
    if (document.activeElement === this.field) return;
    this.field.value = day;
    if (this.error.textContent) this.tell("");
  }
}
