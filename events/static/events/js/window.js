/** The window that the detailed track shows, as the numbers of its first and last day. Pure. */

export const LEAST = 6; // days between the first and the last, so that a window can still be taken hold of

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** The whole record, whose last day has this number. */
export function whole(last) {
  return { from: 0, to: last };
}

/** Whether nothing is left out. */
export function isWhole({ from, to }, last) {
  return from <= 0 && to >= last;
}

/** The same length, so many days later, as far as there are days. */
export function moved({ from, to }, by, last) {
  const start = clamp(from + by, 0, last - (to - from));
  return { from: start, to: start + (to - from) };
}

/** The window with another first day. */
export function startingAt({ to }, from, last) {
  return { from: clamp(from, 0, Math.max(0, to - least(last))), to };
}

/** The window with another last day. */
export function endingAt({ from }, to, last) {
  return { from, to: clamp(to, Math.min(last, from + least(last)), last) };
}

/** The window between two days in either order, never too short. */
export function between(one, other, last) {
  const [from, to] = [clamp(Math.min(one, other), 0, last), clamp(Math.max(one, other), 0, last)];
  const lacking = least(last) - (to - from);
  if (lacking <= 0) return { from, to };
  const start = clamp(from - Math.floor(lacking / 2), 0, last - least(last));
  return { from: start, to: start + least(last) };
}

/** The window itself where it has the day, else one of the same length with the day in its middle. */
export function holding(window, day, last) {
  if (day >= window.from && day <= window.to) return window;
  return moved(window, day - Math.round((window.from + window.to) / 2), last);
}

/** The window that two days of an address name; the whole record where they name none. */
export function asWindow(from, to, last) {
  if (from === null && to === null) return whole(last);
  return between(from ?? 0, to ?? last, last);
}

function least(last) {
  return Math.min(LEAST, last);
}
