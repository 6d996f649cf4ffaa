/** The places on the map: drawn once, then only repainted where something changed. */

import { onTheme } from "./colours.js";
import { Coverage } from "./coverage.js";
import { fillOf } from "./fills.js";
import { lookOf } from "./looks.js";
import { middleOf } from "./middle.js";
import { Reach } from "./reach.js";
import { Rings } from "./rings.js";
import { onPaper, pointOnPaper } from "./styles.js";

/* global L */

const POINTS_FROM_ZOOM = 13;
const TOLD_AFTER_MS = 50;

/**
 * The layer of all places; `said(slug)` gives its state in words, `opened(slug)` is told of a click, and `styled(state)`
 * gives the style of a place in a state, or of one of which nothing is asked.
 */
export class PlaceLayer {
  constructor(map, features, { sideOf, nameOf, said, opened, label, language, pointsFrom = POINTS_FROM_ZOOM, styled = onPaper }) {
    Object.assign(this, { map, sideOf, nameOf, said, opened, pointsFrom, styled });
    this.layers = new Map();
    this.states = new Map();
    this.untold = new Set();
    this.renderer = new Coverage({ padding: 0.1 });
    this.rings = new Rings(map);
    this.shapes = L.featureGroup(features.filter(isDrawn).map((feature) => this.shape(feature))).addTo(map);
    this.points = L.featureGroup(features.filter((feature) => !isDrawn(feature) && isSmall(feature)).map((feature) => this.point(feature)));
    this.showPoints();
    this.reach = this.reachable({ label, language });
    map.on("zoomend", () => this.showPoints());
    onTheme(() => this.paint([...this.states]));
  }

  shape(feature) {
    const parts = feature.geometry.type === "Polygon" ? [feature.geometry.coordinates] : feature.geometry.coordinates;
    const options = { renderer: this.renderer, smoothFactor: 0.5, ...this.styled(null) };
    const layer = L.polygon(L.GeoJSON.coordsToLatLngs(parts, 2), options);
    const { at, width } = middleOf(parts);
    return this.remember(feature, Object.assign(layer, { middle: L.GeoJSON.coordsToLatLng(at), room: width }));
  }

  point(feature) {
    const [lon, lat] = feature.properties.position;
    const layer = L.circleMarker([lat, lon], { renderer: this.renderer, radius: 4, ...this.styled(null), ...pointOnPaper() });
    return this.remember(feature, Object.assign(layer, { middle: layer.getLatLng() }));
  }

  remember(feature, layer) {
    const slug = feature.id;
    this.layers.set(slug, layer);
    layer.placeName = this.nameOf(feature.properties);
    layer.properties = feature.properties;
    layer.on("click", () => this.opened(slug));
    layer.on("mouseover", () => this.rings.draw("pointed", layer)).on("mouseout", () => this.rings.draw("pointed", null));
    layer.bindTooltip(() => hint(layer.placeName, this.said(slug)), { sticky: true, className: "hint", direction: "top", offset: [0, -6] });
    return layer;
  }

  reachable({ label, language }) {
    const places = [...this.layers].map(([slug, layer]) => {
      const at = () => this.map.latLngToLayerPoint(layer.middle);
      return [slug, { name: layer.placeName, at, isShown: () => Boolean(layer._map) }];
    });
    const focused = (slug) => this.ring(slug);
    const reach = new Reach(this.map, places, { label, language, focused, opened: (slug) => this.opened(slug) });
    for (const [slug, layer] of this.layers) reach.say(slug, `${layer.placeName}: ${this.said(slug)}`);
    return reach;
  }

  ring(slug) {
    this.rings.draw("focused", slug && this.layers.get(slug));
    if (slug) this.show(slug);
  }

  /** Give each of these places the look of its state. */
  paint(states) {
    const known = states.filter(([slug]) => this.layers.has(slug));
    this.renderer.restyle(known.map(([slug, state]) => this.styledAs(this.layers.get(slug), state)));
    for (const [slug, state] of known) {
      this.states.set(slug, state);
      this.untold.add(slug);
    }
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.tell(), TOLD_AFTER_MS);
  }

  styledAs(layer, state) {
    const look = lookOf(state, this.sideOf);
    return [layer, { ...this.styled(state, look && fillOf(look)), ...(layer.getLatLng ? pointOnPaper() : null) }];
  }

  /** Say of the places painted how they look now; not in each step, for nobody can hear them all. */
  tell() {
    for (const slug of this.untold) {
      const state = this.states.get(slug);
      const facts = { look: lookOf(state, this.sideOf), age: state?.age, besieged: Boolean(state?.besieged) };
      this.reach.say(slug, `${this.layers.get(slug).placeName}: ${this.said(slug)}`, facts);
    }
    this.untold.clear();
  }

  /** Outline the opened place, and no other. */
  select(slug) {
    this.rings.draw("chosen", this.layers.get(slug));
    this.reach.choose(slug);
  }

  focus(slug) {
    this.reach.focus(slug);
  }

  /** Bring the place into sight, if it is not. */
  show(slug) {
    const layer = this.layers.get(slug);
    if (!layer) return;
    if (this.points.hasLayer(layer) && this.map.getZoom() < this.pointsFrom) this.map.setView(layer.middle, this.pointsFrom + 1);
    else if (!this.map.getBounds().pad(-0.1).contains(layer.middle)) this.map.panTo(layer.middle);
  }

  showPoints() {
    if (this.map.getZoom() >= this.pointsFrom) this.points.addTo(this.map);
    else this.points.remove();
  }

  bounds() {
    return this.shapes.getBounds();
  }
}

/** The tooltip: the name, and what is known of the place now. */
function hint(name, words) {
  const made = document.createElement("span");
  const title = document.createElement("strong");
  title.textContent = name;
  made.append(title, words ?? "");
  made.dir = "auto";
  return made;
}

function isDrawn(feature) {
  return Boolean(feature.geometry) && feature.geometry.type !== "Point";
}

function isSmall(feature) {
  return !["region", "road"].includes(feature.properties.kind) && Array.isArray(feature.properties.position);
}
