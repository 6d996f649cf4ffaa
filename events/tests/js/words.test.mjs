import assert from "node:assert/strict";
import { test } from "node:test";
import { lookOf } from "../../static/events/js/looks.js";
import { folded, matching, speaker } from "../../static/events/js/words.js";

test("a number chooses the plural form and has the digits of the language", () => {
  const strings = { changes: { one: "تغيير واحد", two: "تغييران", few: "%(n)s تغييرات", many: "%(n)s تغييرًا", zero: "لا", other: "%(n)s" } };
  const say = speaker(strings, "ar");
  assert.equal(say("changes", { n: 2 }), "تغييران");
  assert.equal(say("changes", { n: 5 }), "٥ تغييرات");
  assert.equal(say("changes", { n: 27 }), "٢٧ تغييرًا");
  assert.equal(speaker({ held: "held by %(holder)s" }, "en")("held", { holder: "X" }), "held by X");
});

test("search finds a name in either script, however it is written", () => {
  const places = [["shaar", "الشعار", "Al-Shaar"], ["asila", "أصيلة", "Asila"]].map(([slug, ...names]) => ({ slug, names: names.map(folded) }));
  for (const [text, slug] of [["شعار", "shaar"], ["SHAAR", "shaar"], ["al shaar", "shaar"], ["اصيله", "asila"]]) {
    assert.equal(matching(places, text)[0]?.slug, slug, text);
  }
  assert.deepEqual(matching(places, "  "), []);
});

for (const [state, look] of [
  [null, null],
  [{ status: "assessed", holder: "government" }, "assessed-government"],
  [{ status: "claimed", holder: "kurdish" }, "claimed-kurdish"],
  [{ status: "contested", holder: "opposition", challenger: "government" }, "contested-government-opposition"],
  [{ status: "contested", holder: "opposition" }, "contested-opposition-paper"],
  [{ status: "contested", holder: null }, "unknown"],
  [{ status: "unknown", holder: null }, "unknown"],
]) test(`the look of ${JSON.stringify(state)}`, () => assert.equal(lookOf(state, (actor) => actor ?? null), look));
