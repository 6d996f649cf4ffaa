/** The panel on a phone is a sheet of three heights; a handle that is pulled, pressed or stepped by arrow keys changes it. */

import { h } from "./dom.js";

const HEIGHTS = ["low", "half", "full"]; // low leaves the slider free
const PULLED = 32; // pixels, less than which is a press

export class Sheet {
  constructor(panel, say) {
    Object.assign(this, { panel, say, from: null, isPulled: false });
    this.handle = h("button", { type: "button", class: "handle" });
    this.handle.addEventListener("click", (event) => this.pressed(event));
    this.handle.addEventListener("keydown", (event) => this.key(event));
    this.handle.addEventListener("pointerdown", (event) => this.take(event));
    this.handle.addEventListener("pointerup", (event) => this.letGo(event));
    this.turnTo("half");
  }

  turnTo(height) {
    this.height = height;
    this.panel.dataset.height = height;
    this.handle.setAttribute("aria-label", this.say(`sheet_${this.next()}`));
  }

  /** The height that a press leads to. */
  next() {
    return HEIGHTS[(HEIGHTS.indexOf(this.height) + 1) % HEIGHTS.length];
  }

  /** A click may follow a pull, which it is not; one of a key has no clicks to count. */
  pressed({ detail }) {
    if (!this.isPulled || !detail) this.turnTo(this.next());
    this.isPulled = false;
  }

  take(event) {
    this.from = event.clientY;
    this.handle.setPointerCapture(event.pointerId);
  }

  /** How many pixels of the element the sheet lies over. */
  covers(element) {
    if (getComputedStyle(this.panel).position !== "fixed" || !this.panel.classList.contains("open")) return 0;
    return Math.max(0, element.getBoundingClientRect().bottom - (innerHeight - this.panel.offsetHeight));
  }

  letGo(event) {
    if (this.from === null) return; // pressed elsewhere
    const pulled = this.from - event.clientY;
    this.from = null;
    this.isPulled = Math.abs(pulled) > PULLED;
    if (this.isPulled) this.step(pulled > 0 ? 1 : -1);
  }

  key(event) {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    this.step(by);
  }

  step(by) {
    this.turnTo(HEIGHTS[Math.min(Math.max(HEIGHTS.indexOf(this.height) + by, 0), HEIGHTS.length - 1)]);
  }
}
