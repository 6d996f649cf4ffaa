import assert from "node:assert/strict";
import { test } from "node:test";
import { FRONT, NOTHING, RIM_OF_ONE, RIM_OF_OTHER, bordersOf, drawnAlong, isFront, isRim } from "../../static/events/js/borders.js";
import { middleOf } from "../../static/events/js/middle.js";

const square = (id, west, corners = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]) => ({
  id, geometry: { type: "MultiPolygon", coordinates: [[corners.map(([x, y]) => [x + west, y])]] },
});
const state = (holder, status = "assessed", besieged = false) => ({ holder, status, besieged });

test("neighbours share one border, and the rest borders on nobody", () => {
  const found = bordersOf([square("a", 0), square("b", 1), { id: "point", geometry: null }]);
  const between = Object.fromEntries(found.map((border) => [border.between.join(), border.lines]));
  assert.deepEqual(between["a,b"], [[[1, 0], [1, 1]]]);
  assert.deepEqual(between["a,"], [[[1, 1], [0, 1], [0, 0], [1, 0]]]);
  assert.deepEqual(between["b,"].flat().length, 4);
});

test("a border of several edges is one line, in whichever direction its neighbour runs", () => {
  const bent = square("b", 1, [[0, 1], [0, 0.5], [0, 0], [2, 0], [2, 1], [0, 1]]);
  const found = bordersOf([square("a", 0, [[0, 0], [1, 0], [1, 0.5], [1, 1], [0, 1], [0, 0]]), bent]);
  assert.deepEqual(found.find(({ between }) => between[1] === "b").lines, [[[1, 0], [1, 0.5], [1, 1]]]);
});

test("a front lies where two sides are sure, and only there", () => {
  const side = (actor) => ({ army: "government", brigade: "opposition", rebels: "opposition" })[actor] ?? null;
  assert.equal(isFront(state("army"), state("brigade"), side), true);
  assert.equal(isFront(state("rebels"), state("brigade"), side), false);
  assert.equal(isFront(state("army"), state("brigade", "claimed"), side), false);
  assert.equal(isFront(state("army"), null, side), false);
});

test("places besieged together have one ring around them", () => {
  const [inside, contested, free] = [state("rebels", "assessed", true), state(null, "contested", true), state("army")];
  assert.deepEqual([isRim(inside, free), isRim(inside, null), isRim(free, inside)], [true, true, false]);
  assert.deepEqual([isRim(inside, inside), isRim(inside, contested)], [false, false]);
  assert.equal(isRim(inside, state("army", "assessed", true)), true);
});

test("a name sits inside the largest part of its place, where it is wide", () => {
  const u = [[0, 0], [6, 0], [6, 6], [5, 6], [5, 1], [1, 1], [1, 6], [0, 6], [0, 0]];
  const crumb = [[9, 9], [9.1, 9], [9.1, 9.1], [9, 9]];
  const { at: [x, y], width } = middleOf([[crumb], [u]]);
  assert.ok(y < 1 && x > 0 && x < 6);
  assert.equal(width, 6);
});

test("what is drawn along a border is told by one number", () => {
  const [besieged, around] = [state("rebels", "assessed", true), state("army")];
  const side = (actor) => ({ army: "government", rebels: "opposition" })[actor];
  assert.equal(drawnAlong(besieged, around, side), FRONT + RIM_OF_ONE);
  assert.equal(drawnAlong(around, besieged, side), FRONT + RIM_OF_OTHER);
  assert.equal(drawnAlong(around, null, side), NOTHING);
});
