/** The whole history as columns, and the questions that the map asks of it. Pure: no DOM, no Leaflet. */

import { addDays, endsOfDays } from "./dates.js";

const DAY_MS = 86_400_000;

/** The history that the server sent, with moments in place of differences. */
export function decode(body) {
  const total = body.s.length;
  const [starts, proven] = [new Float64Array(total), new Float64Array(total)];
  const offsets = new Uint32Array(body.places.length + 1);
  const beginning = beginnings(body);
  const days = new Uint32Array(total);
  let row = 0;
  body.n.forEach((number, place) => {
    let day = 0;
    for (let period = 0; period < number; period += 1, row += 1) {
      day += body.dt[row];
      days[row] = day;
      starts[row] = beginning[day] + (body.h[row] ?? 0) * 3_600_000;
      proven[row] = starts[row] + (beginning[day + body.p[row]] - beginning[day]); // not in days of 24 hours: clocks change
    }
    offsets[place + 1] = row;
  });
  const index = new Map(body.places.map((slug, place) => [slug, place]));
  const again = confirmations(body.again, days, beginning);
  return { places: body.places, index, offsets, starts, proven, again, states: body.states, chosen: body.s, evidence: body.e, staleDays: body.stale_days };
}

/** The first moments of the days from `t0` on, as far as any period begins or is proven. */
function beginnings(body) {
  let [last, row] = [0, 0];
  for (const number of body.n) {
    let day = 0;
    for (const end = row + number; row < end; row += 1) {
      day += body.dt[row];
      last = Math.max(last, day + body.p[row]);
    }
  }
  return body.t0 ? endsOfDays(addDays(body.t0, -1), addDays(body.t0, last - 1)) : [];
}

/** By row, what confirmed its state later: from when on, and until when that was published. */
function confirmations({ row, dt, p }, days, beginning) {
  const found = new Map();
  let at = 0;
  row.forEach((step, number) => {
    at += step;
    const day = days[at] + dt[number];
    const from = beginning[day] ?? beginning[days[at]] + dt[number] * DAY_MS;
    const until = beginning[day + p[number]] ?? from + p[number] * DAY_MS;
    found.set(at, [...(found.get(at) ?? []), { from, until }]);
  });
  return found;
}

/** The row of the place's period in force just before the moment, or -1. */
export function rowAt(timeline, place, moment) {
  let low = timeline.offsets[place];
  let high = timeline.offsets[place + 1];
  const first = low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeline.starts[middle] < moment) low = middle + 1;
    else high = middle;
  }
  return low > first ? low - 1 : -1;
}

/** Who held the place just before the moment, or null without information. */
export function stateAt(timeline, slug, moment) {
  const place = timeline.index.get(slug);
  const row = place === undefined ? -1 : rowAt(timeline, place, moment);
  return row < 0 ? null : { ...timeline.states[timeline.chosen[row]], since: timeline.starts[row], evidence: timeline.evidence[row] };
}

/** For each place the number of its state just before the moment; -1 without information. */
export function statesAt(timeline, moment) {
  return lookAt(timeline, moment).states;
}

/**
 * For each place the number of its state just before the moment, and how old the proof of it is then, in steps:
 * 0 fresh, 1 stale, 2 twice and 3 four times as long.
 */
export function lookAt(timeline, moment) {
  const total = timeline.places.length;
  const [states, ages] = [new Int16Array(total), new Int8Array(total)];
  for (let place = 0; place < total; place += 1) {
    const row = rowAt(timeline, place, moment);
    states[place] = row < 0 ? -1 : timeline.chosen[row];
    ages[place] = ageOf(timeline, row, moment);
  }
  return { states, ages };
}

function ageOf(timeline, row, moment) {
  if (row < 0 || !timeline.staleDays) return 0;
  const spans = (moment - DAY_MS - lastProof(timeline, row, moment)) / (timeline.staleDays * DAY_MS);
  return spans <= 1 ? 0 : spans <= 2 ? 1 : spans <= 4 ? 2 : 3;
}

/** Until when what was said before the moment proves the state of this row. */
export function lastProof(timeline, row, moment) {
  let until = timeline.proven[row];
  for (const proof of timeline.again.get(row) ?? []) if (proof.from < moment && proof.until > until) until = proof.until;
  return until;
}

/** The places whose state differs between two moments, which is all that the map has to repaint. */
export function changesBetween(before, after) {
  const changed = [];
  for (let place = 0; place < after.length; place += 1) {
    if (before[place] !== after[place]) changed.push(place);
  }
  return changed;
}

/** How many periods begin within each of the hours that follow the moment. */
export function changesByHour(timeline, begin, ends) {
  const counts = new Uint32Array(ends.length);
  for (const start of timeline.starts) {
    if (start >= begin && start < ends.at(-1)) counts[stepOf(ends, start)] += 1;
  }
  return counts;
}

/** How many periods begin on each day, given the moments at which the days end. */
export function changesByDay(timeline, ends) {
  const counts = new Uint32Array(ends.length);
  for (const start of timeline.starts) {
    const day = stepOf(ends, start);
    if (day < ends.length) counts[day] += 1;
  }
  return counts;
}

/** The number of the step, given where steps end, in which the moment lies; the number of steps when it lies after all. */
export function stepOf(ends, moment) {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of the next day after this one on which anything changed, or -1. */
export function nextChange(counts, day) {
  for (let next = Math.max(day + 1, 0); next < counts.length; next += 1) if (counts[next]) return next;
  return -1;
}

/** The number of the last day before this one on which anything changed, or -1. */
export function previousChange(counts, day) {
  for (let earlier = Math.min(day, counts.length) - 1; earlier >= 0; earlier -= 1) if (counts[earlier]) return earlier;
  return -1;
}

/** How many places have each look now: by holder's side and by status, besieged ones counted beside. */
export function census(timeline, states, drawn) {
  const found = { held: {}, status: {}, besieged: 0, none: 0 };
  for (const slug of drawn) {
    const place = timeline.index.get(slug);
    const state = place === undefined || states[place] < 0 ? null : timeline.states[states[place]];
    if (!state) {
      found.none += 1;
      continue;
    }
    found.status[state.status] = (found.status[state.status] ?? 0) + 1;
    if (state.holder && ["assessed", "claimed"].includes(state.status)) found.held[state.holder] = (found.held[state.holder] ?? 0) + 1;
    if (state.besieged) found.besieged += 1;
  }
  return found;
}
