import assert from "node:assert/strict";
import { test } from "node:test";
import { asWindow, between, endingAt, holding, isWhole, moved, startingAt, whole } from "../../static/events/js/window.js";

const LAST = 100;

test("the whole record is a window that leaves nothing out", () => {
  assert.deepEqual(whole(LAST), { from: 0, to: 100 });
  assert.ok(isWhole(whole(LAST), LAST));
  assert.ok(!isWhole({ from: 0, to: 99 }, LAST));
});

for (const [what, window, wanted] of [
  ["a window keeps its length while it moves", moved({ from: 10, to: 30 }, 5, LAST), { from: 15, to: 35 }],
  ["it stops at the last day", moved({ from: 10, to: 30 }, 500, LAST), { from: 80, to: 100 }],
  ["it stops at the first day", moved({ from: 10, to: 30 }, -500, LAST), { from: 0, to: 20 }],
  ["its start does not pass its end", startingAt({ from: 10, to: 30 }, 90, LAST), { from: 24, to: 30 }],
  ["its end does not pass its start", endingAt({ from: 10, to: 30 }, 0, LAST), { from: 10, to: 16 }],
  ["its end stays in the record", endingAt({ from: 10, to: 30 }, Infinity, LAST), { from: 10, to: 100 }],
  ["two days in either order bound it", between(30, 10, LAST), { from: 10, to: 30 }],
  ["it is never too short to take hold of", between(50, 50, LAST), { from: 47, to: 53 }],
  ["nor at the end of the record", between(100, 100, LAST), { from: 94, to: 100 }],
  ["a record shorter than that is shown whole", between(1, 1, 3), { from: 0, to: 3 }],
  ["an address without a window names the whole", asWindow(null, null, LAST), { from: 0, to: 100 }],
  ["an address with one end only runs to the other", asWindow(40, null, LAST), { from: 40, to: 100 }],
  ["days outside of the record are those at its ends", asWindow(-9, 999, LAST), { from: 0, to: 100 }],
  ["a day outside moves the window to it", holding({ from: 10, to: 30 }, 60, LAST), { from: 50, to: 70 }],
]) test(what, () => assert.deepEqual(window, wanted));

test("a window that has the day is left as it is", () => {
  const window = { from: 10, to: 30 };
  assert.equal(holding(window, 30, LAST), window);
});
