/** What lies under and between the neighbourhoods, drawn quietly: river, roads, the Citadel, the Old City. */

/* global L */

const UNDER = ["urban_extent", "river"];
const OVER = ["old_city_outline", "walled_city_outline", "citadel", "ring_road", "road", "junction"];

/** Draw the context, ground and river below the places, lines and outlines above them; give the bounds of the city. */
export function drawContext(map, collection) {
  pane(map, "ground", 350);
  pane(map, "lines", 450);
  add(map, collection, UNDER, "ground");
  add(map, collection, OVER, "lines");
  return L.geoJSON(collection, { filter: ({ properties }) => properties.kind === "urban_extent" }).getBounds();
}

function pane(map, name, order) {
  map.createPane(name).style.zIndex = order;
  map.getPane(name).style.pointerEvents = "none";
}

function add(map, collection, kinds, name) {
  const renderer = L.svg({ pane: name, padding: 0.6 });
  const features = collection.features.filter((feature) => kinds.includes(feature.properties.kind));
  L.geoJSON({ type: "FeatureCollection", features }, {
    pane: name,
    interactive: false,
    style: (feature) => ({ renderer, className: classOf(feature) }),
    pointToLayer: (feature, position) => L.circleMarker(position, { renderer, pane: name, radius: 2, className: classOf(feature), interactive: false }),
  }).addTo(map);
}

function classOf({ properties }) {
  return `context ${properties.kind.replaceAll("_", "-")}${properties.underground ? " covered" : ""}`;
}
