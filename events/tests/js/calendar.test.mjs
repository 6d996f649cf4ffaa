import assert from "node:assert/strict";
import { test } from "node:test";
import { Calendar } from "../../static/events/js/calendar.js";
import { daysWithHours } from "../../static/events/js/counting.js";
import { endOfDay } from "../../static/events/js/dates.js";

const calendar = new Calendar("2016-12-01", "2016-12-10");
const iso = (moment) => new Date(moment).toISOString();

test("days have numbers, and a day outside is the nearest one", () => {
  assert.equal(calendar.numberOf("2016-12-07"), 6);
  assert.equal(calendar.days[calendar.last], "2016-12-10");
  assert.equal(calendar.clamp("2012-01-01"), "2016-12-01");
});

test("a day shows what held when it was over, an hour what held when it was over", () => {
  assert.equal(calendar.momentOf("2016-12-07"), endOfDay("2016-12-07"));
  assert.equal(iso(calendar.momentOf("2016-12-07", 14)), "2016-12-07T13:00:00.000Z");
  assert.equal(calendar.momentOf("2016-12-07", 23), endOfDay("2016-12-07"));
});

test("before a day lies the day before, before an hour the hour before", () => {
  assert.equal(calendar.momentBefore("2016-12-07"), endOfDay("2016-12-06"));
  assert.equal(calendar.momentBefore("2016-12-07", 0), endOfDay("2016-12-06"));
  assert.equal(iso(calendar.momentBefore("2016-12-07", 14)), "2016-12-07T12:00:00.000Z");
  assert.equal(calendar.momentBefore("2016-12-01"), endOfDay("2016-11-30"));
});

test("a day has as many hours as the clock gives it", () => {
  assert.deepEqual(calendar.hoursOf(0).map(({ hour }) => hour), Array.from({ length: 24 }, (_, hour) => hour));
  const spring = new Calendar("2016-03-24", "2016-03-26"); // at midnight to the 25th it became one
  assert.deepEqual(spring.hoursOf(1).map(({ hour }) => hour), Array.from({ length: 23 }, (_, hour) => hour + 1));
  assert.equal(spring.momentOf("2016-03-25", 0), endOfDay("2016-03-25"), "an hour that there was not is the day");
});

test("a change within a day tells an hour, one with its beginning does not", () => {
  const starts = [endOfDay("2016-12-03"), endOfDay("2016-12-05") + 5 * 3_600_000];
  assert.deepEqual([...daysWithHours({ starts }, calendar)], [0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
});

test("a day that begins at one o'clock tells no hour by that", () => {
  const spring = new Calendar("2016-03-24", "2016-03-26");
  assert.deepEqual([...daysWithHours({ starts: [spring.beginOf(1)] }, spring)], [0, 0, 0]);
});

test("without a day a window opens on its last day, in either order, and without a window the day that is chosen", () => {
  const opened = (asked) => calendar.asked({ on: null, at: null, ...asked }, "2016-12-07")[0];
  assert.equal(opened({ from: "2016-12-01", to: "2016-12-04" }), "2016-12-04");
  assert.equal(opened({ from: "2016-12-04", to: "2016-12-01" }), "2016-12-04");
  assert.equal(opened({ from: "2016-12-09", to: null }), "2016-12-09");
  assert.equal(opened({ from: null, to: null }), "2016-12-07");
  assert.equal(opened({}), "2016-12-07");
  assert.equal(opened({ on: "2016-12-02", from: "2016-12-01", to: "2016-12-04" }), "2016-12-02");
});
