import assert from "node:assert/strict";
import { test } from "node:test";
import { Grid } from "../../static/events/js/grid.js";

const box = (x, y, size) => ({ min: { x, y }, max: { x: x + size, y: y + size } });

test("what meets a box is found once, what only shares its cell is not", () => {
  const grid = new Grid();
  grid.add("large", box(14, 14, 200));
  grid.add("near", box(20, 20, 5));
  assert.deepEqual([...grid.meeting([box(10, 10, 5), box(150, 150, 5)])], ["large"]);
  assert.deepEqual([...grid.meeting([])], []);
});

test("it agrees with comparing each to each, left of and above the corner too", () => {
  const boxes = Array.from({ length: 60 }, (_, n) => box(((n * 73) % 400) - 200, ((n * 151) % 300) - 150, (n * 17) % 90));
  const [asked, there] = [boxes.slice(0, 8), boxes.slice(8)];
  const grid = new Grid();
  for (const one of there) grid.add(one, one);
  const meet = (a, b) => a.min.x <= b.max.x && a.max.x >= b.min.x && a.min.y <= b.max.y && a.max.y >= b.min.y;
  const found = grid.meeting(asked);
  for (const one of there) assert.equal(found.has(one), asked.some((other) => meet(one, other)));
});
