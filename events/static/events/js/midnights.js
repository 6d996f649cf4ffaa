/** When the days of a long span begin, without asking the calendar of the time zone for each. Pure. */

import { addDays, daysBetween, endOfDay } from "./dates.js";

const DAY_MS = 86_400_000;
const STRETCH = 28; // days; clocks change at most once in so many

/** The ends of all days from the first to the last, in order. */
export function endsOfAll(first, last) {
  const ends = new Float64Array(daysBetween(first, last) + 1);
  const fill = (from, to) => {
    const even = ends[to] - ends[from] === (to - from) * DAY_MS;
    for (let day = from + 1; day < to; day += 1) ends[day] = even ? ends[from] + (day - from) * DAY_MS : endOfDay(addDays(first, day));
  };
  for (let from = 0, to; from < ends.length; from = to + 1) {
    to = Math.min(from + STRETCH, ends.length - 1);
    for (const day of [from, to]) ends[day] = endOfDay(addDays(first, day));
    fill(from, to);
  }
  return ends;
}
