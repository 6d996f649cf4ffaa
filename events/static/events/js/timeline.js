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

/** For each place the number of its state just before the moment; -1 without information. */
export function statesAt(timeline, moment) {
  return Int16Array.from(timeline.places, (_, place) => stateOf(timeline, rowAt(timeline, place, moment)));
}

function stateOf(timeline, row) {
  return row < 0 ? -1 : timeline.chosen[row];
}

/**
 * Watches all places from moment to moment: `states` as `statesAt` gives them, and `ages`, how old the proof of each is
 * in steps: 0 fresh, 1 stale, 2 twice and 3 four times as long. What was found holds for a while, so a step asks only of
 * the places where it does no longer, and of pale ones.
 */
export class Watch {
  constructor(timeline) {
    const total = timeline.places.length;
    Object.assign(this, { timeline, stale: timeline.staleDays ? timeline.staleDays * DAY_MS : Infinity });
    Object.assign(this, { states: new Int16Array(total).fill(-1), ages: new Int8Array(total) });
    Object.assign(this, { after: new Float64Array(total).fill(Infinity), until: new Float64Array(total) }); // nothing was found yet
  }

  /** Turn to what holds just before this moment; gives the places whose state or age is another one now. */
  turnTo(moment) {
    const changed = [];
    for (let place = 0; place < this.states.length; place += 1) {
      if (this.after[place] < moment && moment <= this.until[place]) continue;
      if (this.look(place, moment)) changed.push(place);
    }
    return changed;
  }

  look(place, moment) {
    const row = rowAt(this.timeline, place, moment);
    const [state, age] = [stateOf(this.timeline, row), this.ageOf(row, moment)];
    const isOther = state !== this.states[place] || age !== this.ages[place];
    this.states[place] = state;
    this.ages[place] = age;
    this.after[place] = age ? Infinity : row < 0 ? -Infinity : this.timeline.starts[row];
    this.until[place] = this.freshUntil(place, row);
    return isOther;
  }

  /** Until when at least a state that is fresh stays so, and in force. */
  freshUntil(place, row) {
    const next = row < 0 ? this.timeline.offsets[place] : row + 1;
    const end = next < this.timeline.offsets[place + 1] ? this.timeline.starts[next] : Infinity;
    return row < 0 ? end : Math.min(end, this.timeline.proven[row] + DAY_MS + this.stale);
  }

  ageOf(row, moment) {
    if (row < 0) return 0;
    const spans = (moment - DAY_MS - lastProof(this.timeline, row, moment)) / this.stale;
    return spans <= 1 ? 0 : spans <= 2 ? 1 : spans <= 4 ? 2 : 3;
  }
}

/** Until when what was said before the moment proves the state of this row. */
export function lastProof(timeline, row, moment) {
  let until = timeline.proven[row];
  for (const proof of timeline.again.get(row) ?? []) if (proof.from < moment && proof.until > until) until = proof.until;
  return until;
}

/** The places whose state differs between two moments. */
export function changesBetween(before, after) {
  const changed = [];
  for (let place = 0; place < after.length; place += 1) {
    if (before[place] !== after[place]) changed.push(place);
  }
  return changed;
}
