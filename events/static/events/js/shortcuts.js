/** Keys for the whole page, and the help that lists them. They rest in fields, on other controls and on the map. */

import { areOn, turn } from "./single_keys.js";

const BUSY = "input:not([type=range]), textarea, select, button, summary, a[href], dialog, [contenteditable], [role=button], [role=slider]";
const isField = (target) => target.matches("input:not([type=range]):not([type=radio]), textarea, select, [contenteditable]");

export class Shortcuts {
  /** `acts` are called by name: play, day(by), change(by), first, last, date, unit. */
  constructor(help, { rightToLeft, acts }) {
    Object.assign(this, { help, rightToLeft, acts });
    this.choice = help.querySelector("input[type=checkbox]");
    this.choice.checked = areOn();
    this.choice.addEventListener("change", () => turn(this.choice.checked));
    document.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (event.key === "Tab" || !this.choice.checked || isField(event.target)) return;
    const act = this.actOf(event, Boolean(event.target.closest?.(BUSY)) || event.target.matches("[type=range]"));
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** Letters and signs work on any control; keys that move or press belong to the control in hand. */
  actOf({ key, code, shiftKey, target }, isBusy) {
    if (key === "?" || key === "؟") return () => this.help.showModal();
    if (code === "KeyG") return this.acts.date;
    if (code === "KeyH") return this.acts.unit;
    if (key === " " && (!isBusy || target.matches("[type=range]"))) return this.acts.play;
    if (isBusy || target.closest?.(".leaflet-container")) return null;
    const forward = this.rightToLeft ? "ArrowLeft" : "ArrowRight";
    if (key === "ArrowLeft" || key === "ArrowRight") return () => (shiftKey ? this.acts.change : this.acts.day)(key === forward ? 1 : -1);
    return { Home: this.acts.first, End: this.acts.last }[key] ?? null;
  }
}
