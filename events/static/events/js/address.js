/** What the address of the page says, and the address that says it. Pure. */

import { isDay } from "./dates.js";

const HOUR = /^([01]?\d|2[0-3])$/;
const SLUG = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** What a query string names: days, an hour, a place; null for what it does not name or names wrongly. */
export function read(search) {
  const query = new URLSearchParams(search);
  const day = (name) => (isDay(query.get(name)) ? query.get(name) : null);
  const [place, at] = [query.get("place"), query.get("at")];
  return {
    on: day("on"), at: HOUR.test(at ?? "") ? Number(at) : null, place: SLUG.test(place ?? "") ? place : null,
    known: day("known"), from: day("from"), to: day("to"),
  };
}

/** The query string with these set, and left out where they are null; everything else in it is kept. */
export function write(search, values) {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === "") query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text ? `?${text}` : "?";
}

/** The address that gives the same view for good, where it can: what is computed today belongs to no revision. */
export function permalink(address, values, revision) {
  const url = new URL(address);
  url.search = write(url.search, values);
  const query = url.searchParams;
  const isComputed = query.has("known") || query.has("sources");
  if (!isComputed && !query.has("revision") && revision !== null) query.set("revision", revision);
  return { url: url.href, isPinned: query.has("revision") };
}
