import assert from "node:assert/strict";
import test from "node:test";

import { placed } from "../../static/events/js/card.js";
import { idsIn, labelsOf, roleIn } from "../../static/events/js/roles.js";

const VIEW = { width: 1000, height: 800 };
const CARD = { width: 400, height: 300 };
const number = (left) => ({ left, right: left + 20 });

test("a card stands under its sentence where there is room", () => {
  assert.deepEqual(placed({ top: 100, bottom: 140 }, number(490), CARD, VIEW), { left: 300, top: 150, height: 638 });
});

test("else it stands above the whole sentence, not on it", () => {
  const { top, height } = placed({ top: 600, bottom: 680 }, number(490), CARD, VIEW);
  assert.equal(top + CARD.height, 590);
  assert.ok(height >= CARD.height);
});

test("where it fits nowhere it takes the larger side and no more than that", () => {
  assert.deepEqual(placed({ top: 300, bottom: 340 }, number(490), { width: 400, height: 700 }, VIEW), { left: 300, top: 350, height: 438 });
});

test("it stays inside the view on either side", () => {
  assert.equal(placed({ top: 0, bottom: 20 }, number(0), CARD, VIEW).left, 12);
  assert.equal(placed({ top: 0, bottom: 20 }, number(980), CARD, VIEW).left, 588);
});

test("the role of words in a claim is found by its whole id", () => {
  assert.equal(roleIn("112:place 12:actor ", "12"), "actor");
  assert.equal(roleIn("112:place", "12"), null);
  assert.equal(roleIn(undefined, "12"), null);
  assert.deepEqual(idsIn("1 2 "), ["1", "2"]);
});

test("words that go on in the same role are not labelled twice", () => {
  const words = [
    { role: "actor", label: "actor", follows: false },
    { role: "actor", label: "actor", follows: true },
    { role: null, label: null, follows: true },
    { role: "actor", label: "actor", follows: true },
    { role: "actor", label: "actor", follows: false },
  ];
  assert.deepEqual(labelsOf(words), ["actor", null, null, "actor", "actor"]);
});
