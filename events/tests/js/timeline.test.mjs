import assert from "node:assert/strict";
import { test } from "node:test";
import { endOfDay, endsOfDays } from "../../static/events/js/dates.js";
import { census, changesByDay, changesByHour, nextChange, previousChange, tally } from "../../static/events/js/counting.js";
import { Watch, changesBetween, decode, lastProof, statesAt } from "../../static/events/js/timeline.js";

const BODY = {
  places: ["shaar", "sukkari"], n: [2, 1], dt: [0, 2, 1], h: [], s: [0, 1, 0], e: [1, 3, 2], unit: "day", t0: "2016-12-05",
  p: [0, 1, 0], again: { row: [0], dt: [1], p: [0] }, stale_days: 10,
  states: [{ holder: "opposition", status: "assessed", challenger: null, besieged: true }, { holder: "government", status: "claimed", challenger: null, besieged: false }],
};
const timeline = decode(BODY);
const stateAt = (slug, day) => timeline.states[statesAt(timeline, endOfDay(day))[timeline.index.get(slug)]] ?? null;

test("a period begins on its day and lasts to the next one", () => {
  assert.equal(stateAt("shaar", "2016-12-05").holder, "opposition");
  assert.equal(stateAt("shaar", "2016-12-06").holder, "opposition");
  assert.equal(stateAt("shaar", "2016-12-07").holder, "government");
  assert.equal(stateAt("shaar", "2020-01-01").holder, "government");
});

test("before its first period a place has no information", () => {
  assert.equal(stateAt("sukkari", "2016-12-05"), null);
});

test("only places that changed are repainted", () => {
  const [before, after] = ["2016-12-06", "2016-12-07"].map((day) => statesAt(timeline, endOfDay(day)));
  assert.deepEqual(changesBetween(before, after).map((place) => timeline.places[place]), ["shaar"]);
});

test("days with changes are counted and stepped between", () => {
  const counts = changesByDay(timeline, endsOfDays("2016-12-05", "2016-12-07"));
  assert.deepEqual([...counts], [1, 1, 1]);
  assert.equal(nextChange([1, 0, 1], 0), 2);
  assert.equal(previousChange([1, 0, 1], 2), 0);
  assert.equal(nextChange([1, 0, 0], 0), -1);
  assert.equal(previousChange([0, 0, 1], 2), -1);
});

test("the legend counts every place drawn once", () => {
  const found = census(timeline, statesAt(timeline, endOfDay("2016-12-07")), ["shaar", "sukkari", "atlantis"]);
  assert.deepEqual(found, { held: { government: 1, opposition: 1 }, status: { claimed: 1, assessed: 1 }, besieged: 1, none: 1 });
});

test("changes of a window are counted by whether the map can show them", () => {
  const counted = (from, to) => tally(timeline, endOfDay(from), endOfDay(to), (slug) => slug === "shaar");
  assert.deepEqual(counted("2016-12-01", "2016-12-07"), { all: 3, shown: 2, unplaced: 1 });
  assert.deepEqual(counted("2016-12-05", "2016-12-06"), { all: 1, shown: 0, unplaced: 1 });
  assert.deepEqual(counted("2016-12-06", "2016-12-07"), { all: 1, shown: 1, unplaced: 0 });
});

test("an empty record is decoded too", () => {
  const empty = decode({ places: [], n: [], dt: [], h: [], s: [], e: [], p: [], again: { row: [], dt: [], p: [] }, states: [], t0: null, unit: "day" });
  assert.equal(statesAt(empty, 0).length, 0);
});

test("changes are counted by hour too, those of other days left out", () => {
  const begin = endOfDay("2016-12-06");
  const ends = [1, 2, 3].map((hours) => begin + hours * 3_600_000);
  assert.deepEqual([...changesByHour(timeline, begin, ends)], [1, 0, 0]);
  assert.deepEqual([...changesByHour(timeline, begin + 1, ends)], [0, 0, 0]);
});

test("hours of a day count from its first moment, also when clocks change", () => {
  const days = { ...BODY, n: [2, 0], places: ["shaar", "sukkari"], dt: [0, 178], h: [6, 20], s: [0, 1], e: [1, 1], p: [0, 0], again: { row: [], dt: [], p: [] }, t0: "2015-10-29" };
  const { starts } = decode(days);
  assert.equal(new Date(starts[0]).toISOString(), "2015-10-29T03:00:00.000Z");
  assert.equal(new Date(starts[1]).toISOString(), "2016-04-24T17:00:00.000Z");
});

test("a proof reaches to its day, also across a change of clocks", () => {
  const autumn = { ...BODY, n: [1, 0], dt: [0], h: [], s: [0], e: [1], p: [3], again: { row: [], dt: [], p: [] }, t0: "2014-10-30" };
  assert.equal(decode(autumn).proven[0], endOfDay("2014-11-01"));
});

test("the last proof is the last that had been said by then", () => {
  const [day5, day6, day7] = ["2016-12-05", "2016-12-06", "2016-12-07"].map(endOfDay);
  assert.equal(lastProof(timeline, 0, day5), endOfDay("2016-12-04"));
  assert.equal(lastProof(timeline, 0, day6), day5);
  assert.equal(lastProof(timeline, 1, day7), day7);
});

test("a state grows pale in steps once its last proof is stale, and never where no span is set", () => {
  const agesOf = (record, day) => {
    const watch = new Watch(record);
    watch.turnTo(endOfDay(day));
    return [...watch.ages];
  };
  const ages = (day) => agesOf(timeline, day);
  assert.deepEqual(ages("2016-12-16"), [0, 0]);
  assert.deepEqual(ages("2016-12-17"), [0, 1]);
  assert.deepEqual(ages("2016-12-28"), [1, 2]);
  assert.deepEqual(ages("2017-06-01"), [3, 3]);
  assert.deepEqual(ages("2016-01-01"), [0, 0]);
  assert.deepEqual(agesOf({ ...timeline, staleDays: 0 }, "2017-06-01"), [0, 0]);
});

test("a watch that turns from day to day sees what a new one sees, and tells of all that differs", () => {
  const random = randoms(20161207);
  const below = (most) => Math.floor(random() * most);
  for (let history = 0; history < 40; history += 1) {
    const record = decode(randomBody(below));
    const watch = new Watch(record);
    let before = watched(watch);
    for (let step = 0; step < 60; step += 1) {
      const moment = endOfDay("2016-01-01") + below(400) * 12 * 3_600_000;
      const fresh = new Watch(record);
      fresh.turnTo(moment);
      const changed = watch.turnTo(moment);
      assert.deepEqual(watched(watch), watched(fresh));
      assert.deepEqual(changed, watched(watch).flatMap((look, place) => (look === before[place] ? [] : [place])));
      before = watched(watch);
    }
  }
});

function watched({ states, ages }) {
  return [...states].map((state, place) => `${state} ${ages[place]}`);
}

function randomBody(below) {
  const n = [below(4), below(4), below(4)];
  const rows = n.flatMap((number) => Array(number).fill(0));
  const again = rows.flatMap((_, row) => (below(2) ? [row] : []));
  return {
    ...BODY, places: ["a", "b", "c"], n, dt: rows.map(() => below(60)), h: {}, s: rows.map(() => below(2)), e: rows, p: rows.map(() => below(20)), t0: "2016-01-02",
    again: { row: again.map((row, number) => row - (again[number - 1] ?? 0)), dt: again.map(() => below(60)), p: again.map(() => below(20)) },
  };
}

/** Numbers from 0 to 1, the same each time (a linear congruential generator; constants of Numerical Recipes). */
function randoms(seed) {
  let last = seed;
  return () => (last = (1664525 * last + 1013904223) % 2 ** 32) / 2 ** 32;
}
