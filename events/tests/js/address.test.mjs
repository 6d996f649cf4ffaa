import assert from "node:assert/strict";
import { test } from "node:test";
import { read, write } from "../../static/events/js/address.js";

test("the address names a day and a place", () => assert.deepEqual(read("?on=2016-12-07&place=shaar&lang=ar"), { on: "2016-12-07", place: "shaar" }));

for (const search of ["", "?on=soon", "?on=2016-02-30&place=", "?place=<b>", "?place=../x"]) {
  test(`"${search}" names neither`, () => assert.deepEqual(read(search), { on: null, place: null }));
}

test("what else stands in the address is kept", () => {
  assert.equal(write("?lang=ar&place=shaar", { on: "2016-12-07", place: null }), "?lang=ar&on=2016-12-07");
  assert.equal(write("?on=2016-12-07", { on: null, place: null }), "?");
});
