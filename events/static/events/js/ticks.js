/** Where a scale of days is labelled: as fine as fits. Pure. */

const STEPS = [
  { shape: "day", is: () => true },
  { shape: "day", is: (day) => [1, 6, 11, 16, 21, 26].includes(dayOfMonth(day)) },
  { shape: "day", is: (day) => [1, 16].includes(dayOfMonth(day)) },
  { shape: "month", is: (day) => day.endsWith("-01") },
  { shape: "month", is: (day) => /-(01|04|07|10)-01$/.test(day) },
  { shape: "month", is: (day) => /-(01|07)-01$/.test(day) },
  { shape: "year", is: (day) => day.endsWith("-01-01") },
];
const dayOfMonth = (day) => Number(day.slice(8));

/** The numbers of the days to label, at most so many, and the shape of their labels: "day", "month" or "year". */
export function ticksOf(days, from, to, most) {
  let found = { shape: "year", at: [] };
  for (const { shape, is } of STEPS) {
    found = { shape, at: [] };
    for (let day = from; day <= to && found.at.length <= most; day += 1) if (is(days[day])) found.at.push(day);
    if (found.at.length <= most) return found;
  }
  return found;
}
