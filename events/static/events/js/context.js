/** What lies under and between the neighbourhoods, drawn quietly: river, roads, the Citadel, the Old City. */

import { colour, onTheme } from "./colours.js";
import { Surface } from "./surface.js";

/* global L */

const UNDER = ["urban_extent"];
const OVER = ["river", "old_city_outline", "walled_city_outline", "ring_road", "road", "citadel", "junction"];
const LINE = { lineCap: "round", lineJoin: "round", opacity: 1, fill: false };

const STYLES = {
  urban_extent: () => ({ stroke: false, fill: true, fillColor: colour("ground"), fillOpacity: 1 }),
  river: ({ underground }) => ({ ...LINE, color: colour("river"), weight: underground ? 1.6 : 2.4, opacity: 0.85, dashArray: underground ? "1 4" : null }),
  ring_road: () => ({ ...LINE, color: colour("road"), weight: 2.4, opacity: 0.85 }),
  road: () => ({ ...LINE, color: colour("road"), weight: 1.5, opacity: 0.8 }),
  old_city_outline: () => ({ ...LINE, color: colour("ink"), weight: 1, opacity: 0.5, dashArray: "2 4" }),
  walled_city_outline: () => ({ ...LINE, color: colour("ink"), weight: 1, opacity: 0.45 }),
  citadel: () => ({ ...LINE, color: colour("ink"), weight: 1.2, fill: true, fillColor: colour("paper"), fillOpacity: 0.8 }),
  junction: () => ({ stroke: false, fill: true, fillColor: colour("ink"), fillOpacity: 0.45 }),
};

/** Draw the context: ground below the places, lines and outlines above them, on a canvas of their own if none is given. Gives the layers. */
export function drawContext(map, collection, { lines = new Surface({ pane: pane(map, "lines", 450), padding: 0.1 }) } = {}) {
  const ground = L.svg({ pane: pane(map, "ground", 350), padding: 0.1 }); // one more canvas would weigh on every frame
  const drawn = [add(map, collection, hasTiles(map) ? [] : UNDER, ground), add(map, collection, OVER, lines)];
  onTheme(() => drawn.forEach((layer) => layer.setStyle(styleOf)));
  return drawn;
}

/** Whether an outside server draws the ground. */
function hasTiles(map) {
  return Boolean(map.options.djoptions?.layers?.length);
}

function pane(map, name, order) {
  map.createPane(name).style.zIndex = order;
  map.getPane(name).style.pointerEvents = "none";
  return name;
}

function add(map, collection, kinds, renderer) {
  const features = collection.features.filter(({ properties }) => kinds.includes(properties.kind));
  features.sort((one, other) => kinds.indexOf(one.properties.kind) - kinds.indexOf(other.properties.kind));
  const shared = { renderer, pane: renderer.options.pane, interactive: false, smoothFactor: 0.5 };
  return L.geoJSON({ type: "FeatureCollection", features }, {
    ...shared,
    style: styleOf,
    pointToLayer: (feature, position) => L.circleMarker(position, { ...shared, radius: 2, ...styleOf(feature) }),
  }).addTo(map);
}

function styleOf({ properties }) {
  return STYLES[properties.kind](properties);
}
