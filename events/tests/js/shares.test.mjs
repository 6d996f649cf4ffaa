import assert from "node:assert/strict";
import { test } from "node:test";
import { endsOfDays } from "../../static/events/js/dates.js";
import { groupOf, partsAt, sharesBy, weightsOf } from "../../static/events/js/shares.js";
import { decode } from "../../static/events/js/timeline.js";

const sideOf = (actor) => ({ army: "government", rebels: "opposition", ypg: "kurdish" })[actor] ?? null;
const state = (holder, status, challenger = null) => ({ holder, status, challenger, besieged: false });
// shaar: rebels from the 5th, army from the 7th; sukkari: fought over from the 6th; the third has nothing
const timeline = decode({
  places: ["shaar", "sukkari"], n: [2, 1], dt: [0, 2, 1], h: [], s: [0, 1, 2], e: [1, 1, 1], p: [0, 0, 0], unit: "day", t0: "2016-12-05",
  again: { row: [], dt: [], p: [] },
  states: [state("rebels", "assessed"), state("army", "claimed"), state("rebels", "contested", "army")],
});
const ends = endsOfDays("2016-12-04", "2016-12-08");
const place = (id, kind, area, type = "MultiPolygon") => ({ id, geometry: type && { type }, properties: { kind, area_km2: area } });

test("each day has the share of each group by the weight of its places", () => {
  const shares = sharesBy(timeline, ends, new Map([["shaar", 1], ["sukkari", 2], ["elsewhere", 1]]), sideOf);
  assert.deepEqual([...shares["assessed-opposition"]], [0, 0.25, 0.25, 0, 0]);
  assert.deepEqual([...shares["claimed-government"]], [0, 0, 0, 0.25, 0.25]);
  assert.deepEqual([...shares.between], [0, 0, 0.5, 0.5, 0.5]);
});

test("what is left over is what nobody speaks of", () => {
  const shares = sharesBy(timeline, ends, new Map([["shaar", 1], ["sukkari", 2], ["elsewhere", 1]]), sideOf);
  assert.deepEqual(partsAt(shares, 0), [["none", 1]]);
  assert.deepEqual(partsAt(shares, 3), [["claimed-government", 0.25], ["between", 0.5], ["none", 0.25]]);
});

test("a city without places has no shares", () => assert.deepEqual(partsAt(sharesBy(timeline, ends, new Map(), sideOf), 3), [["none", 1]]));

for (const [given, group] of [
  [null, null],
  [state("army", "assessed"), "assessed-government"],
  [state("ypg", "claimed"), "claimed-kurdish"],
  [state(null, "contested", "army"), "between"],
  [state("rebels", "shared", "ypg"), "between"],
  [state(null, "contested"), "unknown"],
  [state("somebody", "assessed"), "unknown"],
  [state(null, "unknown"), "unknown"],
]) test(`${JSON.stringify(given)} is of the group ${group}`, () => assert.equal(groupOf(given, sideOf), group));

test("places of the city count by area where every shape has one, else one each", () => {
  const [shaar, suburb, point] = [place("shaar", "neighbourhood", 1.5), place("anadan", "suburb", 9), place("gate", "landmark", null, "Point")];
  assert.deepEqual(weightsOf([shaar, suburb, point]), { byArea: true, weights: new Map([["shaar", 1.5]]) });
  assert.deepEqual(weightsOf([shaar, place("sukkari", "quarter", null)]), { byArea: false, weights: new Map([["shaar", 1], ["sukkari", 1]]) });
  assert.equal(weightsOf([]).byArea, false);
});
