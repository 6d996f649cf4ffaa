/** Fetch the record, paint the map of the day that is asked, and then open the rest of the page on it. */

import { read } from "./address.js";
import { Calendar } from "./calendar.js";
import { drawContext } from "./context.js";
import { ControlMap } from "./control_map.js";
import { showFailure, showMap, showNothing } from "./instead.js";
import { config, element, say, tell } from "./setting.js";

async function load(map, context) {
  try {
    const answer = await fetch(config.timeline_url);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const body = await answer.json();
    element("map-message").hidden = true;
    if (!body.places.length && !config.record) return showNothing(map);
    showMap();
    await open(paint(map, body, await context), body);
    if (!body.places.length) tell(say("no_record_then"));
    return (element("map-page").dataset.ready = "true");
  } catch (error) {
    console.error(error);
    element("map-message").hidden = true;
    if (element("map-page").dataset.painted) return showFailure(map, () => location.reload());
    return showFailure(map, () => load(map, context.then((bounds) => bounds ?? ground(map))));
  }
}

function paint(map, body, city) {
  const calendar = new Calendar(...spanOf(body));
  const control = new ControlMap(map, body, { city, calendar });
  control.show(...calendar.asked(read(location.search), config.opens_on));
  element("map-page").dataset.painted = "true";
  return control;
}

/** Colours stand before anything else is made. */
async function open(control, body) {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const { Page } = await import("./page.js");
  new Page(control, body).start();
}

/** The days that the dock runs over: all of the record, also while only a part of it was known. */
function spanOf({ first, last }) {
  const days = [first, last, ...(config.record ?? [])].filter(Boolean).sort();
  return [days[0], days.at(-1)];
}

/** The bounds of the city, once what lies around the places is drawn; null where it cannot be fetched. */
function ground(map) {
  return fetch(element("map-page").dataset.context).then((answer) => answer.json()).then((found) => drawContext(map, found)).catch(() => null);
}

window.addEventListener("map:init", ({ detail: { map } }) => {
  const context = ground(map);
  if (config.timeline_url) load(map, context);
});
window.dispatchEvent(new Event("map:wanted")); // rather than with "load", which waits for all that comes later
