import assert from "node:assert/strict";
import { test } from "node:test";
import { endOfDay, endsOfDays } from "../../static/events/js/dates.js";
import { census, changesBetween, changesByDay, changesByHour, decode, nextChange, previousChange, stateAt, statesAt } from "../../static/events/js/timeline.js";

const BODY = {
  places: ["shaar", "sukkari"], n: [2, 1], dt: [0, 48, 24], s: [0, 1, 0], e: [1, 3, 2], unit: 3600, t0: "2016-12-04T22:00:00Z",
  states: [{ holder: "opposition", status: "assessed", challenger: null, besieged: true }, { holder: "government", status: "claimed", challenger: null, besieged: false }],
};
const timeline = decode(BODY);

test("a period begins on its day and lasts to the next one", () => {
  assert.equal(stateAt(timeline, "shaar", endOfDay("2016-12-05")).holder, "opposition");
  assert.equal(stateAt(timeline, "shaar", endOfDay("2016-12-06")).holder, "opposition");
  assert.equal(stateAt(timeline, "shaar", endOfDay("2016-12-07")).holder, "government");
  assert.equal(stateAt(timeline, "shaar", endOfDay("2020-01-01")).holder, "government");
});

test("before its first period, and without one, a place has no information", () => {
  assert.equal(stateAt(timeline, "sukkari", endOfDay("2016-12-05")), null);
  assert.equal(stateAt(timeline, "atlantis", endOfDay("2016-12-07")), null);
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

test("an empty record is decoded too", () => {
  const empty = decode({ places: [], n: [], dt: [], s: [], e: [], states: [], t0: null, unit: 3600 });
  assert.equal(statesAt(empty, 0).length, 0);
});

test("changes are counted by hour too, those of other days left out", () => {
  const begin = endOfDay("2016-12-06");
  const ends = [1, 2, 3].map((hours) => begin + hours * 3_600_000);
  assert.deepEqual([...changesByHour(timeline, begin, ends)], [1, 0, 0]);
  assert.deepEqual([...changesByHour(timeline, begin + 1, ends)], [0, 0, 0]);
});
