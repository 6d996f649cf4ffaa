import assert from "node:assert/strict";
import { test } from "node:test";
import { permalink, read, write } from "../../static/events/js/address.js";

const NOTHING = { on: null, at: null, place: null, known: null, from: null, to: null };

test("the address names a day and a place", () => assert.deepEqual(read("?on=2016-12-07&place=shaar&lang=ar"), { ...NOTHING, on: "2016-12-07", place: "shaar" }));

test("it names an hour, a window and what was known", () => {
  assert.deepEqual(read("?on=2016-12-07&at=0&known=2016-12-08&from=2016-11-01&to=2016-12-22"),
    { on: "2016-12-07", at: 0, place: null, known: "2016-12-08", from: "2016-11-01", to: "2016-12-22" });
});

for (const search of ["", "?on=soon", "?on=2016-02-30&place=", "?place=<b>", "?place=../x", "?at=24&from=1&to=", "?at=-1&known=today", "?at=1.5"]) {
  test(`"${search}" names nothing`, () => assert.deepEqual(read(search), NOTHING));
}

test("what else stands in the address is kept", () => {
  assert.equal(write("?lang=ar&place=shaar", { on: "2016-12-07", place: null }), "?lang=ar&on=2016-12-07");
  assert.equal(write("?on=2016-12-07", { on: null, place: null }), "?");
  assert.equal(write("?on=2016-12-07", { at: 0 }), "?on=2016-12-07&at=0");
});

for (const [address, view, link] of [
  ["?lang=en", { on: "2016-12-07", known: null }, { search: "?lang=en&on=2016-12-07&revision=12", isPinned: true }],
  ["?lang=en", { on: "2016-12-07", known: "2016-12-08" }, { search: "?lang=en&on=2016-12-07&known=2016-12-08", isPinned: false }],
  ["?sources=sana", { on: "2016-12-07" }, { search: "?sources=sana&on=2016-12-07", isPinned: false }],
  ["?revision=3", { on: "2016-12-07" }, { search: "?revision=3&on=2016-12-07", isPinned: true }],
]) {
  test(`the link to "${address}" with ${JSON.stringify(view)} ${link.isPinned ? "is" : "is not"} pinned`, () => {
    assert.deepEqual(permalink(`https://example.org/${address}`, view, 12), { url: `https://example.org/${link.search}`, isPinned: link.isPinned });
  });
}
