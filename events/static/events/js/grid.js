/** Things with boxes, in a grid, so that asking which of them lie in a few places is quick. Pure. */

const CELL = 48; // pixels
const FAR = 4096; // more cells than a screen has across

export class Grid {
  constructor() {
    this.cells = new Map();
  }

  add(thing, box) {
    const entry = { thing, box };
    const { left, right, top, bottom } = cellsOf(box);
    for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) this.put(y * FAR + x, entry);
  }

  put(cell, entry) {
    const there = this.cells.get(cell);
    if (there) there.push(entry);
    else this.cells.set(cell, [entry]);
  }

  /** The things that meet any of the boxes, each once. */
  meeting(boxes) {
    const found = new Set();
    for (const box of boxes) {
      const { left, right, top, bottom } = cellsOf(box);
      for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) collect(this.cells.get(y * FAR + x), box, found);
    }
    return found;
  }
}

function collect(entries, { min, max }, found) {
  if (!entries) return;
  for (const { thing, box } of entries) {
    if (min.x <= box.max.x && max.x >= box.min.x && min.y <= box.max.y && max.y >= box.min.y) found.add(thing);
  }
}

function cellsOf({ min, max }) {
  return { left: Math.floor(min.x / CELL), right: Math.floor(max.x / CELL), top: Math.floor(min.y / CELL), bottom: Math.floor(max.y / CELL) };
}
