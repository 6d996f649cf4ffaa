import assert from "node:assert/strict";
import { test } from "node:test";
import { endsOfDays } from "../../static/events/js/dates.js";
import { endsOfAll } from "../../static/events/js/midnights.js";

test("a long span has the same ends as day by day, through all changes of clocks", () => {
  for (const [first, last] of [["2012-01-01", "2016-12-31"], ["2016-03-25", "2016-03-25"], ["2015-10-29", "2015-11-02"]]) {
    assert.deepEqual([...endsOfAll(first, last)], endsOfDays(first, last));
  }
});
