/** The places for keyboards and screen readers: a button each, unseen, at its place; Tab stops at one of them. */

import { h } from "./dom.js";

const ARROWS = {
  ArrowLeft: (dx, dy) => [-dx, dy], ArrowRight: (dx, dy) => [dx, dy],
  ArrowUp: (dx, dy) => [-dy, dx], ArrowDown: (dx, dy) => [dy, dx],
};

/** `places`: [slug, { name, at }]; `at()` gives where it lies on the map, in layer points. */
export class Reach {
  constructor(map, places, { label, language, opened, focused }) {
    Object.assign(this, { map, focused });
    this.places = new Map([...places].sort(([, a], [, b]) => a.name.localeCompare(b.name, language)));
    this.buttons = new Map([...this.places.keys()].map((slug) => [slug, this.button(slug, opened)]));
    this.group = h("div", { class: "reach", role: "group", "aria-label": label }, ...this.buttons.values());
    map.createPane("reach").append(this.group);
    map.getContainer().tabIndex = -1;
    map.on("zoomend viewreset", () => this.lay());
    this.lay();
  }

  button(slug, opened) {
    const made = h("button", { type: "button", "data-place": slug, tabindex: -1 });
    made.addEventListener("click", () => opened(slug));
    made.addEventListener("keydown", (event) => this.key(event, slug));
    made.addEventListener("focus", () => this.stay(slug));
    made.addEventListener("blur", () => this.focused(null));
    return made;
  }

  /** Put each button where its place lies, and leave out those that the map does not show. */
  lay() {
    for (const [slug, button] of this.buttons) {
      const { at, isShown } = this.places.get(slug);
      const { x, y } = at();
      button.hidden = !isShown();
      Object.assign(button.style, { left: `${x}px`, top: `${y}px` }); // a transform for each of thousands would weigh on every frame
    }
    if (this.buttons.get(this.here)?.hidden !== false) this.turnTo([...this.buttons].find(([, button]) => !button.hidden)?.[0]);
  }

  /** Say of a place what it is and how it looks. */
  say(slug, words, { look = null, age = 0, besieged = false } = {}) {
    const button = this.buttons.get(slug);
    button.setAttribute("aria-label", words);
    button.dataset.look = look ?? "none";
    button.dataset.age = age;
    button.toggleAttribute("data-besieged", besieged);
  }

  choose(slug) {
    if (this.chosen) this.buttons.get(this.chosen)?.removeAttribute("aria-current");
    this.buttons.get(slug)?.setAttribute("aria-current", "true");
    this.chosen = slug;
  }

  focus(slug) {
    this.buttons.get(slug)?.focus({ preventScroll: true });
  }

  stay(slug) {
    this.turnTo(slug);
    this.map.getContainer().scrollTo(0, 0); // a browser scrolls to what is focused; the map pans instead
    this.focused(slug);
  }

  turnTo(slug) {
    if (this.here) this.buttons.get(this.here).tabIndex = -1;
    if (slug) this.buttons.get(slug).tabIndex = 0;
    this.here = slug;
  }

  key(event, slug) {
    if (event.key in ARROWS) this.focus(this.beside(slug, ARROWS[event.key]) ?? slug);
    else if (event.key === "+" || event.key === "=") this.map.zoomIn();
    else if (event.key === "-") this.map.zoomOut();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The nearest place in a direction: what lies off the line counts double, and nothing beyond its diagonals counts. */
  beside(slug, turned) {
    const here = this.places.get(slug).at();
    let [found, nearest] = [null, Infinity];
    for (const [other, { at, isShown }] of this.places) {
      const there = at();
      const [along, across] = turned(there.x - here.x, there.y - here.y);
      const distance = along + Math.abs(across) * 2;
      if (along > 1 && Math.abs(across) <= along * 1.5 && distance < nearest && isShown()) [found, nearest] = [other, distance];
    }
    return found;
  }
}
