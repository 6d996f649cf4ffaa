/** What the track shows of a record: the days of a window, or the hours of one day. Pure. */

import { changesByDay, changesByHour, daysWithHours, tally } from "./counting.js";
import { dayInWords, hourInWords, tickInWords } from "./dates.js";
import { sharesBy } from "./shares.js";
import { ticksOf } from "./ticks.js";

export class Scales {
  constructor(timeline, calendar, { weights, sideOf, language, isShown }) {
    Object.assign(this, { timeline, calendar, weights, sideOf, language, isShown });
    this.counts = changesByDay(timeline, calendar.ends);
    this.shares = sharesBy(timeline, calendar.ends, weights, sideOf);
    this.hourly = daysWithHours(timeline, calendar);
  }

  /** How many changes the window has: `all`, `shown` by the map, `unplaced`. */
  tally({ from, to }) {
    return tally(this.timeline, this.calendar.beginOf(from), this.calendar.ends[to], this.isShown);
  }

  /** The days of the window. */
  days(window) {
    const { days } = this.calendar;
    return {
      ...window, counts: this.counts, shares: this.shares, words: (day) => dayInWords(days[day], this.language, "long"),
      marks: (most) => {
        const { at, shape } = ticksOf(days, window.from, window.to, most);
        return at.map((day) => ({ at: day, words: tickInWords(days[day], this.language, shape) }));
      },
    };
  }

  /** The hours of the day of this number. */
  hours(number) {
    const hours = this.calendar.hoursOf(number);
    const ends = hours.map(({ end }) => end);
    const words = (step) => hourInWords(hours[step].hour, this.language);
    return {
      hours, from: 0, to: hours.length - 1, words, counts: changesByHour(this.timeline, this.calendar.beginOf(number), ends),
      shares: sharesBy(this.timeline, ends, this.weights, this.sideOf),
      marks: (most) => {
        const every = [1, 2, 3, 6, 12].find((one) => hours.length / one <= most) ?? 12;
        return hours.flatMap((_, step) => (step % every ? [] : [{ at: step, words: words(step) }]));
      },
    };
  }
}
