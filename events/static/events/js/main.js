/** Fetch the record and open the map page on it. */

import { drawContext } from "./context.js";
import { Page } from "./page.js";
import { failure } from "./panel.js";
import { config, element, say, tell } from "./setting.js";

async function load(map, context) {
  try {
    const answer = await fetch(config.timeline_url);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const body = await answer.json();
    element("map-message").hidden = true;
    if (!body.places.length) return tell(say(config.as_of ? "no_record_then" : "no_record"));
    const page = new Page(map, body, await context);
    page.start();
    element("map-page").dataset.ready = "true";
    return page;
  } catch (error) {
    console.error(error);
    element("map-message").hidden = false;
    return element("map-message").replaceChildren(failure(say, () => load(map, context)));
  }
}

window.addEventListener("map:init", ({ detail: { map } }) => {
  const context = fetch(element("map-page").dataset.context).then((answer) => answer.json());
  if (config.timeline_url) load(map, context.then((found) => drawContext(map, found)).catch(() => null));
});
