/** The window on the strip of the whole war: drawn, moved and resized by pointer or by keyboard. */

import { positionAt, stepsOf } from "./slider_keys.js";
import { between, endingAt, isWhole, moved, startingAt } from "./window.js";

const A_CLICK = 4; // pixels that a pointer may move and still only point

export class Brush {
  /** `changed(window, isDone)` is told of every move, `picked(day)` of a click. */
  constructor(root, { last, rightToLeft, words, changed, picked }) {
    Object.assign(this, { root, last, rightToLeft, words, changed, picked });
    this.parts = Object.fromEntries(["band", "from", "to"].map((name) => [name, root.querySelector(`[data-brush="${name}"]`)]));
    for (const [name, part] of Object.entries(this.parts)) part.addEventListener("keydown", (event) => this.key(event, name));
    root.addEventListener("pointerdown", (event) => this.down(event));
    root.addEventListener("pointermove", (event) => this.held && this.drag(event));
    root.addEventListener("pointerup", (event) => this.up(event));
    root.addEventListener("pointercancel", () => this.drop());
  }

  /** Show this window. */
  show(window) {
    this.window = window;
    const part = (day) => `${(day / Math.max(1, this.last)) * 100}%`;
    this.root.style.setProperty("--from", part(window.from));
    this.root.style.setProperty("--until", part(this.last - window.to));
    this.root.classList.toggle("whole", isWhole(window, this.last));
    this.tell("from", window.from, this.words(window.from));
    this.tell("to", window.to, this.words(window.to));
    this.tell("band", window.from, `${this.words(window.from)} – ${this.words(window.to)}`);
  }

  tell(name, now, words) {
    const values = { "aria-valuemin": 0, "aria-valuemax": this.last, "aria-valuenow": now, "aria-valuetext": words };
    for (const [attribute, value] of Object.entries(values)) this.parts[name].setAttribute(attribute, value);
  }

  key(event, name) {
    const by = stepsOf(event.key, this);
    if (by === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const far = Math.min(Math.max(by, -this.last), this.last);
    const turns = { band: () => moved(this.window, far, this.last), from: () => startingAt(this.window, this.window.from + far, this.last),
      to: () => endingAt(this.window, this.window.to + far, this.last) };
    this.changed(turns[name](), true);
  }

  down(event) {
    if (event.button !== 0) return;
    const part = event.target.closest("[data-brush]")?.dataset.brush;
    const isBand = part === "band" && !isWhole(this.window, this.last);
    this.held = { x: event.clientX, day: this.dayAt(event), window: this.window, part: isBand || part !== "band" ? part : undefined };
    this.root.setPointerCapture(event.pointerId);
    event.preventDefault();
    this.parts[part ?? "band"].focus({ preventScroll: true });
  }

  drag(event) {
    if (!this.held.isMoved && Math.abs(event.clientX - this.held.x) < A_CLICK) return;
    this.held.isMoved = true;
    this.changed(this.dragged(this.dayAt(event)), false);
  }

  dragged(day) {
    const { window, part, day: start } = this.held;
    if (part === "from") return startingAt(window, day, this.last);
    if (part === "to") return endingAt(window, day, this.last);
    return part === "band" ? moved(window, day - start, this.last) : between(start, day, this.last);
  }

  up(event) {
    if (!this.held) return;
    const { isMoved, day, part } = this.held;
    const window = isMoved ? this.dragged(this.dayAt(event)) : null;
    this.held = null;
    if (window) this.changed(window, true);
    else if (part !== "from" && part !== "to") this.picked(day);
  }

  /** The pointer was taken away: as it was. */
  drop() {
    if (this.held?.isMoved) this.changed(this.held.window, true);
    this.held = null;
  }

  dayAt(event) {
    return positionAt(event.clientX, this.root.getBoundingClientRect(), { from: 0, to: this.last, rightToLeft: this.rightToLeft });
  }
}
