/** Page Up and Page Down on a range: as far as on every slider of the dock, where browsers take a tenth of its length. */

import { stepsOf } from "./slider_keys.js";

/** Let the keys move the range by days while `isOfDays()`. */
export function pageByDays(range, isOfDays = () => true) {
  range.addEventListener("keydown", (event) => {
    if (!["PageUp", "PageDown"].includes(event.key) || event.altKey || event.ctrlKey || event.metaKey || !isOfDays()) return;
    event.preventDefault();
    const before = range.value;
    range.value = Number(before) + stepsOf(event.key, {});
    if (range.value !== before) range.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
