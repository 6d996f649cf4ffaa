import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, clampDay, dayInWords, dayOf, daysBetween, endOfDay, endsOfDays, hourInWords, hourOf, isDay, parseDay, tickInWords } from "../../static/events/js/dates.js";

test("a day ends at midnight in Damascus, in summer and in winter", () => {
  assert.equal(new Date(endOfDay("2016-12-07")).toISOString(), "2016-12-07T22:00:00.000Z");
  assert.equal(new Date(endOfDay("2012-07-18")).toISOString(), "2012-07-18T21:00:00.000Z");
});

test("the ends of many days are those of each, also where the clock is changed", () => {
  const ends = endsOfDays("2012-07-19", "2016-12-22");
  assert.equal(ends.length, 1618);
  assert.deepEqual(ends, ends.map((_, number) => endOfDay(addDays("2012-07-19", number))));
  assert.deepEqual(endsOfDays("2016-10-27", "2016-10-28"), [endOfDay("2016-10-27"), endOfDay("2016-10-28")]);
});

test("days are counted across months, years and changes of the clock", () => {
  assert.equal(addDays("2016-02-28", 1), "2016-02-29");
  assert.equal(addDays("2016-01-01", -1), "2015-12-31");
  assert.equal(daysBetween("2012-07-19", "2016-12-22"), 1617);
  assert.equal(clampDay("2020-01-01", "2012-07-19", "2016-12-22"), "2016-12-22");
});

test("the day of a moment is Damascus's", () => assert.equal(dayOf("2016-12-06T22:30:00Z"), "2016-12-07"));

for (const [text, day] of [
  ["2016-12-07", "2016-12-07"], ["7/12/2016", "2016-12-07"], ["7.12.2016", "2016-12-07"], ["٢٠١٦-١٢-٠٧", "2016-12-07"],
  ["٧/١٢/٢٠١٦", "2016-12-07"], ["۷/۱۲/۲۰۱۶", "2016-12-07"], ["20161207", "2016-12-07"], [" 7 / 12 / 2016 ", "2016-12-07"], ["2016–12–07", "2016-12-07"],
  ["7/12/16", null], ["7 Dec 2016", null], ["2016-12-07-01", null], ["2016-02-30", null], ["yesterday", null], ["", null],
]) test(`"${text}" is read as ${day}`, () => assert.equal(parseDay(text), day));

test("only real days are days", () => {
  assert.ok(isDay("2016-02-29"));
  for (const text of ["2015-02-29", "2016-13-01", "20161207", null]) assert.ok(!isDay(text));
});

test("Arabic has the month names of the Levant", () => {
  assert.match(dayInWords("2016-12-07", "ar"), /كانون الأول/);
  assert.match(dayInWords("2016-12-07", "en"), /Wednesday.*7 December 2016/);
});

test("hours are Damascus's, with the digits of the reader", () => {
  assert.equal(hourOf(Date.parse("2016-12-07T12:30:00Z")), 14);
  assert.equal(hourInWords(0, "en"), "00:00");
  assert.equal(hourInWords(14, "ar").replace(/[^٠-٩:]/g, ""), "١٤:٠٠");
});

test("ticks say no more than their shape", () => {
  assert.equal(tickInWords("2016-12-07", "en", "day"), "7 Dec");
  assert.equal(tickInWords("2016-12-01", "en", "month"), "Dec 2016");
  assert.equal(tickInWords("2016-01-01", "ar", "year"), "٢٠١٦");
});

test("clocks are those of the tz database, hour by hour where they are changed and day by day between", () => {
  const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Damascus", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit" });
  for (let day = "2011-01-01"; day < "2023-01-01"; day = addDays(day, 1)) {
    const noon = Date.parse(`${day}T12:00:00Z`);
    for (const moment of [noon, noon + 8.5 * 3_600_000, noon + 9.5 * 3_600_000, noon + 10.5 * 3_600_000]) {
      assert.equal(`${dayOf(moment)} ${String(hourOf(moment)).padStart(2, "0")}`, clock.format(moment));
    }
  }
});
