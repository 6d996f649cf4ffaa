/** Fetch the record, paint the map of the day that is asked, and then open the rest of the page on it. */

import { Calendar } from "./calendar.js";
import { ControlMap } from "./control_map.js";
import { config, element, say, tell } from "./setting.js";

async function load(map) {
  try {
    const answer = await fetch(config.timeline_url);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const body = await answer.json();
    element("map-message").hidden = true;
    if (!body.places.length && !config.record) return stand(map, "showNothing");
    showMap();
    await open(paint(map, body), body);
    return (element("map-page").dataset.ready = "true");
  } catch (error) {
    console.error(error);
    element("map-message").hidden = true;
    if (element("map-page").dataset.painted) return tellWhy("showFailure", map, () => location.reload());
    return stand(map, "showFailure");
  }
}

function paint(map, body) {
  const calendar = new Calendar(...spanOf(body));
  const control = new ControlMap(map, body, calendar);
  control.show(...calendar.asked(config, config.opens_on));
  element("map-page").dataset.painted = "true";
  return control;
}

/** Colours stand before anything else is drawn, fetched or made; what lies around the places keeps nobody waiting. */
async function open(control, body) {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((done) => setTimeout(done)); // the first of these frames is on the screen now
  const around = drawAround(control.map, body.places.length ? control.places.renderer.seams : undefined); // which stands with the first place
  const [{ Page }] = await Promise.all([import("./page.js"), besideTheMap()]);
  new Page(control, body).start();
  element("dock").inert = false;
  if (!body.places.length) tell(say("no_record_then"));
  await around;
}

/** What works beside the map, and without it: search, menus, forms. */
function besideTheMap() {
  document.head.append(element("later").content); // links to all modules that are imported from here on, to be fetched at once
  return Promise.all([import("./find.js"), import("./menus.js"), import("./times_form.js")]);
}

/** Without a record: why, and behind it the city as it lies there; asking again begins anew. */
function stand(map, why) {
  besideTheMap().catch(console.error);
  const ground = drawAround(map);
  const again = async () => {
    for (const layer of await ground) layer.remove();
    load(map);
  };
  if (why) tellWhy(why, map, again);
}

/** Tell it in place of the map, with the way on; in a sentence, where not even that can be fetched. */
async function tellWhy(why, map, again) {
  try {
    const instead = await import("./instead.js");
    instead[why](map, again);
  } catch (error) {
    console.error(error);
    tell(say("map_failed"));
  }
}

function showMap() {
  delete element("map-page").dataset.state;
  element("map-instead").hidden = true;
}

/** The days that the dock runs over: all of the record, also while only a part of it was known. */
function spanOf({ first, last }) {
  const days = [first, last, ...(config.record ?? [])].filter(Boolean).sort();
  return [days[0], days.at(-1)];
}

/** Draw what lies around the places, on this canvas; nothing where it cannot be fetched. Gives the layers. */
async function drawAround(map, lines) {
  try {
    const [{ drawContext }, answer] = await Promise.all([import("./context.js"), fetch(element("map-page").dataset.context)]);
    return drawContext(map, await answer.json(), { lines });
  } catch (error) {
    console.error(error);
    return [];
  }
}

window.addEventListener("map:init", ({ detail: { map } }) => {
  if (config.timeline_url) load(map);
  else stand(map);
});
window.dispatchEvent(new Event("map:wanted")); // rather than with "load", which waits for all that comes later
