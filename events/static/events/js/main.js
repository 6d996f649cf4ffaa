/** Fetch the record, paint the map of the day that is asked, and then open the rest of the page on it. */

import { read } from "./address.js";
import { Calendar } from "./calendar.js";
import { boundsOf, drawContext } from "./context.js";
import { ControlMap } from "./control_map.js";
import { showFailure, showMap, showNothing } from "./instead.js";
import { config, element, say, tell } from "./setting.js";

async function load(map, context) {
  try {
    const answer = await fetch(config.timeline_url);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const body = await answer.json();
    element("map-message").hidden = true;
    if (!body.places.length && !config.record) return stand(map, context, showNothing);
    showMap();
    const around = await context;
    await open(paint(map, body, around), body, around);
    if (!body.places.length) tell(say("no_record_then"));
    return (element("map-page").dataset.ready = "true");
  } catch (error) {
    console.error(error);
    element("map-message").hidden = true;
    if (element("map-page").dataset.painted) return showFailure(map, () => location.reload());
    return stand(map, context, showFailure);
  }
}

function paint(map, body, context) {
  const calendar = new Calendar(...spanOf(body));
  const control = new ControlMap(map, body, { city: context && boundsOf(context), calendar });
  control.show(...calendar.asked(read(location.search), config.opens_on));
  element("map-page").dataset.painted = "true";
  return control;
}

/** Colours stand before anything else is drawn, fetched or made. */
async function open(control, body, context) {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((done) => setTimeout(done)); // the first of these frames is on the screen now
  if (context) drawContext(control.map, context, { lines: control.places.renderer.seams });
  const [, { Page }] = await Promise.all([besideTheMap(), import("./page.js")]);
  new Page(control, body).start();
}

/** What works beside the map, and without it: search, menus, forms. */
function besideTheMap() {
  document.head.append(element("later").content); // links to all modules that are imported from here on, to be fetched at once
  return Promise.all([import("./find.js"), import("./menus.js"), import("./times_form.js")]);
}

/** Without a record: why, and behind it the city as it lies there; asking again begins anew. */
function stand(map, context, tellWhy) {
  besideTheMap().catch(console.error);
  const ground = context.then((found) => (found ? drawContext(map, found) : []));
  tellWhy(map, async () => {
    for (const layer of await ground) layer.remove();
    load(map, context.then((found) => found ?? fetchContext()));
  });
}

/** The days that the dock runs over: all of the record, also while only a part of it was known. */
function spanOf({ first, last }) {
  const days = [first, last, ...(config.record ?? [])].filter(Boolean).sort();
  return [days[0], days.at(-1)];
}

/** What lies around the places; null where it cannot be fetched. */
function fetchContext() {
  return fetch(element("map-page").dataset.context).then((answer) => answer.json()).catch(() => null);
}

window.addEventListener("map:init", ({ detail: { map } }) => {
  const context = fetchContext();
  if (config.timeline_url) load(map, context);
  else stand(map, context, () => {});
});
window.dispatchEvent(new Event("map:wanted")); // rather than with "load", which waits for all that comes later
