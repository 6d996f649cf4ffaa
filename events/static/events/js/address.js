/** What the address of the page says, and the address that says it. Pure. */

import { isDay } from "./dates.js";

const SLUG = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** The day and the place that a query string names; null for what it does not name or names wrongly. */
export function read(search) {
  const query = new URLSearchParams(search);
  const [on, place] = [query.get("on"), query.get("place")];
  return { on: isDay(on) ? on : null, place: SLUG.test(place ?? "") ? place : null };
}

/** The query string with the day and the place set, everything else in it kept. */
export function write(search, { on, place }) {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries({ on, place })) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  return text ? `?${text}` : "?";
}
