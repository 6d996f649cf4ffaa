/** Two maps of one city side by side, moved together; what differs between them is outlined on both. */

import { drawContext } from "./context.js";
import { given, h } from "./dom.js";

/* global L */

const config = given("beside-config");
const root = document.querySelector(".beside");
const sides = new Map();

window.addEventListener("map:init", ({ detail: { map } }) => {
  const side = map.getContainer().id.endsWith("-a") ? "a" : "b";
  sides.set(side, { map, layers: draw(map, side) });
  if (sides.size === 2) begin();
});

function begin() {
  const maps = [...sides.values()].map(({ map }) => map);
  for (const map of maps) map.options.zoomSnap = 0.25;
  const bounds = L.geoJSON(wanted()).getBounds();
  if (bounds.isValid()) maps[0].fitBounds(bounds, { padding: [12, 12], maxZoom: 15, animate: false });
  follow(...maps);
  maps[1].setView(maps[0].getCenter(), maps[0].getZoom(), { animate: false });
  listen();
  drawGround(maps);
}

/** What differs, or all where nothing does. */
function wanted() {
  const differing = config.features.filter(({ properties }) => properties.differs);
  return { type: "FeatureCollection", features: differing.length ? differing : config.features };
}

/** Each of the two goes where the other one goes. */
function follow(one, other) {
  let isFollowing = false;
  for (const [leader, follower] of [[one, other], [other, one]]) {
    leader.on("move", () => {
      if (isFollowing) return;
      isFollowing = true;
      follower.setView(leader.getCenter(), leader.getZoom(), { animate: false });
      isFollowing = false;
    });
  }
}

function draw(map, side) {
  const renderer = L.svg({ padding: 0.6 });
  const layers = new Map();
  const sorted = [...config.features].sort((a, b) => a.properties.differs - b.properties.differs);
  for (const feature of sorted) {
    const { name, differs, [side]: told } = feature.properties;
    const className = ["told", told.besieged && "besieged", differs && "differs"].filter(Boolean).join(" ");
    const layer = L.geoJSON(feature, { style: () => ({ renderer, className, fillColor: told.fill, fillOpacity: 1, weight: 1 }) });
    const hint = h("span", { dir: "auto" }, `${name}${config.colon}${told.words}`); // a string would be read as HTML
    layer.bindTooltip(hint, { sticky: true, className: "hint", direction: "top" });
    if (config[side]) layer.on("click", () => { location.href = config[side].replace("SLUG", feature.id); });
    layers.set(feature.id, layer.addTo(map).getLayers()[0]);
    if (differs && told.besieged) L.geoJSON(feature, { renderer, interactive: false, style: () => ({ className: "siege" }) }).addTo(map);
  }
  return layers;
}

/** A row that is pointed at or focused stands out on both maps. */
function listen() {
  for (const row of document.querySelectorAll("[data-slug]")) {
    for (const event of ["pointerenter", "focusin"]) row.addEventListener(event, () => choose(row.dataset.slug, true));
    for (const event of ["pointerleave", "focusout"]) row.addEventListener(event, () => choose(row.dataset.slug, false));
  }
}

function choose(slug, isChosen) {
  for (const { layers } of sides.values()) {
    const layer = layers.get(slug);
    layer?.getElement()?.classList.toggle("chosen", isChosen);
    if (isChosen) layer?.bringToFront();
  }
}

/** River, roads and outlines; the maps stand without them when they cannot be fetched. */
async function drawGround(maps) {
  try {
    const answer = await fetch(root.dataset.context);
    const context = await answer.json();
    for (const map of maps) drawContext(map, context);
  } catch (error) {
    console.warn(error);
  }
  root.dataset.ready = "true";
}
