import assert from "node:assert/strict";
import { test } from "node:test";
import { lookOf } from "../../static/events/js/looks.js";
import { folded, speaker } from "../../static/events/js/words.js";

test("a number chooses the plural form and has the digits of the language", () => {
  const strings = { changes: { one: "تغيير واحد", two: "تغييران", few: "%(n)s تغييرات", many: "%(n)s تغييرًا", zero: "لا", other: "%(n)s" } };
  const say = speaker(strings, "ar");
  assert.equal(say("changes", { n: 2 }), "تغييران");
  assert.equal(say("changes", { n: 5 }), "٥ تغييرات");
  assert.equal(say("changes", { n: 27 }), "٢٧ تغييرًا");
  assert.equal(speaker({ held: "held by %(holder)s" }, "en")("held", { holder: "X" }), "held by X");
});

test("spellings of one name fold to the same", () => {
  for (const [one, other] of [["أصيلة", "اصيله"], ["الشَّعّار", "الشعار"], ["Al-Shaar", "al shaar"]]) assert.equal(folded(one), folded(other));
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
