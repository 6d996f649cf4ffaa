/** The days of the record by number, and the hours of each in Damascus. Pure. */

import { addDays, clampDay, daysBetween, endOfDay, endsOfDays, hourOf } from "./dates.js";

const HOUR_MS = 3_600_000;

export class Calendar {
  constructor(first, last) {
    this.first = first;
    this.days = Array.from({ length: daysBetween(first, last) + 1 }, (_, number) => addDays(first, number));
    this.ends = Float64Array.from(endsOfDays(first, last));
    this.begin = endOfDay(addDays(first, -1));
    this.last = this.days.length - 1;
    this.numbers = new Map(this.days.map((day, number) => [day, number]));
  }

  /** The number of the day, which may lie outside the record. */
  numberOf(day) {
    return this.numbers.get(day) ?? daysBetween(this.first, day);
  }

  /** The day itself, or the nearest one of the record. */
  clamp(day) {
    return clampDay(day, this.first, this.days[this.last]);
  }

  beginOf(number) {
    return number > 0 ? this.ends[number - 1] : this.begin;
  }

  /** The hours of a day with the moments at which they end: 23 or 25 of them where the clock is changed. */
  hoursOf(number) {
    const hours = new Map();
    for (let start = this.beginOf(number); start < this.ends[number]; start += HOUR_MS) hours.set(hourOf(start), start + HOUR_MS);
    return Array.from(hours, ([hour, end]) => ({ hour, end }));
  }

  /** Whether the clock shows this hour on the day. */
  hasHour(day, at) {
    return this.hoursOf(this.numberOf(day)).some(({ hour }) => hour === at);
  }

  /** The day and the hour that an address names, as far as the record has them; without a day, the last one of its window, or the one it opens on. */
  asked({ on, at, from = null, to = null }, opensOn) {
    const day = this.clamp(on ?? [from, to ?? opensOn].filter(Boolean).sort().at(-1));
    return [day, at !== null && day === on && this.hasHour(on, at) ? at : null];
  }

  /** What holds just before this moment is shown for the day, or for the hour of it. */
  momentOf(day, at = null) {
    const number = this.numberOf(day);
    const hour = at === null ? null : this.hoursOf(number).find((one) => one.hour === at);
    return hour ? hour.end : this.ends[number];
  }

  /** What held just before this moment was shown for the day, or the hour, before. */
  momentBefore(day, at = null) {
    return at === null ? this.beginOf(this.numberOf(day)) : this.momentOf(day, at) - HOUR_MS;
  }
}
