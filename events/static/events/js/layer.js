/** The places on the map: drawn once, then only repainted where something changed. */

import { fillOf, onTheme } from "./colours.js";
import { Coverage } from "./coverage.js";
import { lookOf } from "./looks.js";
import { onPaper, pointOnPaper } from "./styles.js";

/* global L */

const POINTS_FROM_ZOOM = 13;

/**
 * The layer of all places; `styled(state)` gives the style of a place in a state, or of one of which nothing is asked.
 * `painted(states)` is to be set by whoever is to be told what has another look: `[slug, state]` of each place.
 */
export class PlaceLayer {
  constructor(map, features, { sideOf, nameOf, pointsFrom = POINTS_FROM_ZOOM, styled = onPaper }) {
    Object.assign(this, { map, sideOf, nameOf, pointsFrom, styled, painted: () => {} });
    this.renderer = new Coverage({ padding: 0.1 });
    this.layers = new Map();
    this.states = new Map();
    this.shapes = L.featureGroup(features.filter(isDrawn).map((feature) => this.shape(feature))).addTo(map);
    this.points = L.featureGroup(features.filter((feature) => !isDrawn(feature) && isSmall(feature)).map((feature) => this.point(feature)));
    this.showPoints();
    map.on("zoomend", () => this.showPoints());
    onTheme(() => this.paint([...this.layers.keys()].map((slug) => [slug, this.states.get(slug) ?? null])));
  }

  shape(feature) {
    const options = { renderer: this.renderer, smoothFactor: 0.5, ...this.styled(null) };
    return this.remember(feature, L.polygon(L.GeoJSON.coordsToLatLngs(partsOf(feature), 2), options));
  }

  point(feature) {
    const [lon, lat] = feature.properties.position;
    return this.remember(feature, L.circleMarker([lat, lon], { renderer: this.renderer, radius: 4, ...this.styled(null), ...pointOnPaper() }));
  }

  remember(feature, layer) {
    this.layers.set(feature.id, Object.assign(layer, { feature, placeName: this.nameOf(feature.properties) }));
    return layer;
  }

  /** Give each of these places the look of its state. */
  paint(states) {
    const known = states.filter(([slug]) => this.layers.has(slug));
    this.renderer.restyle(known.map(([slug, state]) => this.styledAs(this.layers.get(slug), state)));
    for (const [slug, state] of known) this.states.set(slug, state);
    this.painted(known);
  }

  styledAs(layer, state) {
    const look = lookOf(state, this.sideOf);
    const style = this.styled(state, look && fillOf(look));
    return [layer, layer.getLatLng ? Object.assign(style, pointOnPaper()) : style];
  }

  showPoints() {
    if (this.map.getZoom() >= this.pointsFrom) this.points.addTo(this.map);
    else this.points.remove();
  }
}

/** The coordinates of each part of the place's shape. */
export function partsOf({ geometry: { type, coordinates } }) {
  return type === "Polygon" ? [coordinates] : coordinates;
}

function isDrawn(feature) {
  return Boolean(feature.geometry) && feature.geometry.type !== "Point";
}

function isSmall(feature) {
  return !["region", "road"].includes(feature.properties.kind) && Array.isArray(feature.properties.position);
}
