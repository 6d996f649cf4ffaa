/** What the page shows in place of the map: why there is none, and the way on. */

import { h } from "./dom.js";
import { element, say } from "./setting.js";

let isAsked = false;

/** The record could not be fetched: a button asks again, and the table may still have it. */
export function showFailure(map, retry) {
  const again = h("button", { type: "button", class: "button" }, say("retry"));
  again.addEventListener("click", () => {
    isAsked = true;
    element("map-instead").setAttribute("aria-busy", "true");
    again.disabled = true;
    retry();
  });
  const table = h("a", { href: element("map-page").dataset.table, "data-keeps-view": "" }, say("to_table"));
  show(map, "failed", say("map_failed"), say("map_failed_why"), again, table);
  if (isAsked) again.focus(); // whoever asked by keyboard goes on from there
}

/** Nothing is on record: reports may be read meanwhile. */
export function showNothing(map) {
  show(map, "empty", say("no_record_yet"), say("no_record_why"), h("a", { href: element("map-page").dataset.reports }, say("to_reports")));
}

function show(map, state, title, why, ...ways) {
  element("map-page").dataset.state = state;
  const box = element("map-instead");
  box.removeAttribute("aria-busy");
  box.hidden = false;
  map.invalidateSize({ animate: false }); // it has the room of the dock and the panel now
  box.replaceChildren(h("h2", {}, title), h("p", {}, why), h("p", { class: "ways" }, ...ways));
}
