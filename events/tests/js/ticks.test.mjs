import assert from "node:assert/strict";
import { test } from "node:test";
import { Calendar } from "../../static/events/js/calendar.js";
import { positionAt, stepsOf } from "../../static/events/js/slider_keys.js";
import { ticksOf } from "../../static/events/js/ticks.js";

const { days, last } = new Calendar("2012-07-19", "2016-12-22");

test("ticks are as fine as fits", () => {
  const found = (from, to, most) => ticksOf(days, from, to, most);
  assert.deepEqual(found(0, last, 6), { shape: "year", at: [166, 531, 896, 1261] });
  assert.equal(found(0, last, 20).shape, "month");
  assert.equal(found(1600, 1610, 20).at.length, 11);
  assert.deepEqual(found(1600, last, 6).at.map((day) => days[day]), ["2016-12-06", "2016-12-11", "2016-12-16", "2016-12-21"]);
});

test("keys move with the reading direction", () => {
  assert.equal(stepsOf("ArrowRight", { rightToLeft: false }), 1);
  assert.equal(stepsOf("ArrowRight", { rightToLeft: true }), -1);
  assert.equal(stepsOf("ArrowLeft", { rightToLeft: true }), 1);
  assert.equal(stepsOf("ArrowUp", { rightToLeft: true }), 1);
  assert.equal(stepsOf("PageDown", {}), -30);
  assert.equal(stepsOf("End", {}), Infinity);
  assert.equal(stepsOf("a", {}), null);
});

test("a pointer names a step from the side where reading begins", () => {
  const line = { left: 100, width: 200 };
  assert.equal(positionAt(150, line, { from: 0, to: 100 }), 25);
  assert.equal(positionAt(150, line, { from: 0, to: 100, rightToLeft: true }), 75);
  assert.equal(positionAt(0, line, { from: 10, to: 20 }), 10);
});
