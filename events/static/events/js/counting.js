/** How much changed in each step of the record, where the next change is, and how many places have each look. Pure. */

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

/** How many periods begin within these moments: all, and those of places that the map shows or cannot show. */
export function tally(timeline, begin, end, isShown) {
  const found = { shown: 0, unplaced: 0 };
  timeline.places.forEach((slug, place) => {
    const name = isShown(slug) ? "shown" : "unplaced";
    for (let row = timeline.offsets[place]; row < timeline.offsets[place + 1]; row += 1) {
      if (timeline.starts[row] >= begin && timeline.starts[row] < end) found[name] += 1;
    }
  });
  return { ...found, all: found.shown + found.unplaced };
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

/** For each day whether something changed within it, and not only with its beginning: then its hour was told. */
export function daysWithHours(timeline, calendar) {
  const found = new Uint8Array(calendar.days.length);
  const begins = new Set([calendar.begin, ...calendar.ends]);
  for (const start of timeline.starts) {
    if (begins.has(start) || start < calendar.begin) continue;
    const day = stepOf(calendar.ends, start);
    if (day <= calendar.last) found[day] = 1;
  }
  return found;
}
