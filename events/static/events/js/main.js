/** Fetch the record and open the map page on it. */

import { drawContext } from "./context.js";
import { showFailure, showMap, showNothing } from "./instead.js";
import { Page } from "./page.js";
import { config, element, say, tell } from "./setting.js";

async function load(map, context) {
  try {
    const answer = await fetch(config.timeline_url);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const body = await answer.json();
    element("map-message").hidden = true;
    if (!body.places.length && !config.record) return showNothing(map);
    showMap();
    const page = new Page(map, body, await context);
    page.start();
    if (!body.places.length) tell(say("no_record_then"));
    element("map-page").dataset.ready = "true";
    return page;
  } catch (error) {
    console.error(error);
    element("map-message").hidden = true;
    return showFailure(map, () => load(map, context.then((bounds) => bounds ?? ground(map))));
  }
}

/** The bounds of the city, once what lies around the places is drawn; null where it cannot be fetched. */
function ground(map) {
  return fetch(element("map-page").dataset.context).then((answer) => answer.json()).then((found) => drawContext(map, found)).catch(() => null);
}

window.addEventListener("map:init", ({ detail: { map } }) => {
  const context = ground(map);
  if (config.timeline_url) load(map, context);
});
