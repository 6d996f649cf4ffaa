/** The map beside a list of places, or of one place: its places stand out, the rest of the city lies quietly below. */

import { onTheme } from "./colours.js";
import { drawContext } from "./context.js";
import { given } from "./dom.js";
import { Labels } from "./labels.js";
import { PlaceLayer } from "./layer.js";
import { inAccent, inOutline } from "./styles.js";
import { Surface } from "./surface.js";
import { Touch } from "./touch.js";

/* global L */

const config = given("places-config");
const page = document.querySelector("[data-outlines]");
const bySlug = new Map(config.features.map((feature) => [feature.id, feature.properties]));
const nameOf = (names) => names[`name_${config.language}`] || names.name_en || names.name_ar;
const STRENGTH = config.manner === "links" ? 0.45 : 0.05; // of a place in the list, or beside the one of the page
const kindOf = (slug) => config.kinds[bySlug.get(slug).kind];

window.addEventListener("map:init", async ({ detail: { map } }) => {
  const { language, label } = config;
  const layer = new PlaceLayer(map, config.features, { nameOf, pointsFrom: 0, styled: () => inAccent(STRENGTH) });
  const touch = new Touch(layer, { said: kindOf, opened, label, language });
  map.options.zoomSnap = 0.25;
  const bounds = boundsOf(layer);
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [24, 24], maxZoom: config.chosen ? 15 : 13.5, animate: false });
  const standOut = () => layer.layers.get(config.chosen)?.setStyle(inAccent(1));
  standOut();
  onTheme(standOut);
  touch.select(config.chosen);
  new Labels(map, layer, { language });
  listen(touch);
  await drawGround(map);
  page.dataset.ready = "true";
});

function opened(slug) {
  const link = document.querySelector(`[data-slug="${CSS.escape(slug)}"] a`);
  location.href = link ? link.href : new URL(`../${slug}/${location.search}`, location.href).href;
}

/** Where the chosen place lies; without one that can be drawn, all of them. */
function boundsOf(layer) {
  const chosen = layer.layers.get(config.chosen);
  if (chosen) return (chosen.getBounds?.() ?? L.latLngBounds([chosen.getLatLng()])).pad(0.6);
  return L.featureGroup([...layer.layers.values()]).getBounds();
}

/** A row that is pointed at or focused is outlined on the map. */
function listen(touch) {
  for (const row of document.querySelectorAll("[data-slug]")) {
    for (const event of ["pointerenter", "focusin"]) row.addEventListener(event, () => touch.select(row.dataset.slug));
    for (const event of ["pointerleave", "focusout"]) row.addEventListener(event, () => touch.select(config.chosen));
  }
}

/** River, roads and the other shapes; the map stands without them when they cannot be fetched. */
async function drawGround(map) {
  const answers = await Promise.allSettled([page.dataset.context, `${page.dataset.outlines}?bbox=${map.getBounds().pad(1).toBBoxString()}`].map(fetched));
  const [context, outlines] = answers.map(({ value }) => value);
  if (context) drawContext(map, context);
  if (outlines) drawOutlines(map, outlines);
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

function drawOutlines(map, collection) {
  map.createPane("outlines").style.zIndex = 360;
  map.getPane("outlines").style.pointerEvents = "none";
  const renderer = new Surface({ pane: "outlines", padding: 0.1 });
  const outlines = L.geoJSON(collection, { renderer, pane: "outlines", interactive: false, style: inOutline }).addTo(map);
  onTheme(() => outlines.setStyle(inOutline));
  page.dataset.outlinesDrawn = collection.features.length;
}
