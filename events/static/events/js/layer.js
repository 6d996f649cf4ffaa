/** The places on the map: drawn once, then only repainted where something changed. */

import { lookOf } from "./looks.js";

/* global L */

const POINTS_FROM_ZOOM = 13;

/** The layer of all places; `said(slug)` gives its state in words, `opened(slug)` is told of a click. */
export class PlaceLayer {
  constructor(map, features, { sideOf, nameOf, said, opened, pointsFrom = POINTS_FROM_ZOOM }) {
    Object.assign(this, { map, sideOf, nameOf, said, opened, pointsFrom });
    this.layers = new Map();
    this.renderer = L.svg({ padding: 0.6 });
    this.shapes = L.featureGroup(features.filter(isDrawn).map((feature) => this.shape(feature))).addTo(map);
    this.points = L.featureGroup(features.filter((feature) => !isDrawn(feature) && isSmall(feature)).map((feature) => this.point(feature)));
    map.on("zoomend", () => this.showPoints());
    this.showPoints();
  }

  shape(feature) {
    const layer = L.geoJSON(feature, { renderer: this.renderer, style: () => ({ className: "place", fillOpacity: 1, weight: 1 }) });
    return this.remember(feature, layer.getLayers()[0]);
  }

  point(feature) {
    const [lon, lat] = feature.properties.position;
    return this.remember(feature, L.circleMarker([lat, lon], { renderer: this.renderer, radius: 4, className: "place point", fillOpacity: 1, weight: 1 }));
  }

  remember(feature, layer) {
    const slug = feature.id;
    this.layers.set(slug, layer);
    layer.placeName = this.nameOf(feature.properties);
    layer.setStyle({ fillColor: "transparent" });
    layer.on("click", () => this.opened(slug)).on("add", () => this.makeReachable(slug, layer));
    layer.bindTooltip(() => `${layer.placeName}`, { sticky: true, className: "hint", direction: "top" });
    return layer;
  }

  makeReachable(slug, layer) {
    const path = layer.getElement();
    path.dataset.place = slug;
    path.setAttribute("role", "button");
    path.setAttribute("tabindex", this.reachable === slug || !this.reachable ? 0 : -1);
    this.reachable ??= slug;
    path.setAttribute("aria-label", `${layer.placeName}: ${this.said(slug)}`);
    path.addEventListener("keydown", (event) => this.key(event, slug));
  }

  key(event, slug) {
    if (event.key === "Enter" || event.key === " ") this.opened(slug);
    else if (event.key.startsWith("Arrow")) this.focusBeside(slug, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  focusBeside(slug, arrow) {
    const here = this.map.latLngToContainerPoint(centre(this.layers.get(slug)));
    const distance = (other) => {
      const there = this.map.latLngToContainerPoint(centre(other));
      const [along, across] = { ArrowLeft: [here.x - there.x, there.y - here.y], ArrowRight: [there.x - here.x, there.y - here.y],
        ArrowUp: [here.y - there.y, there.x - here.x], ArrowDown: [there.y - here.y, there.x - here.x] }[arrow];
      return along > 1 && Math.abs(across) <= along * 1.5 ? along + Math.abs(across) * 2 : Infinity;
    };
    const seen = [...this.layers].filter(([other, layer]) => other !== slug && layer.getElement()?.isConnected);
    const [next] = seen.sort(([, a], [, b]) => distance(a) - distance(b));
    if (next && distance(next[1]) < Infinity) this.focus(next[0]);
  }

  focus(slug) {
    this.layers.get(this.reachable)?.getElement()?.setAttribute("tabindex", -1);
    this.reachable = slug;
    const path = this.layers.get(slug).getElement();
    path.setAttribute("tabindex", 0);
    path.focus({ preventScroll: true });
  }

  /** Give each of these places the look of its state. */
  paint(states) {
    for (const [slug, state] of states) {
      const layer = this.layers.get(slug);
      if (!layer) continue;
      const look = lookOf(state, this.sideOf);
      layer.setStyle({ fillColor: look ? `url(#${look})` : "transparent" });
      layer.getElement()?.setAttribute("aria-label", `${layer.placeName}: ${this.said(slug)}`);
      layer.getElement()?.classList.toggle("besieged", Boolean(state?.besieged));
    }
  }

  /** Outline the opened place, and no other. */
  select(slug) {
    for (const [other, layer] of this.layers) layer.getElement()?.classList.toggle("chosen", other === slug);
    const chosen = this.layers.get(slug);
    if (chosen?.getElement()?.isConnected) chosen.bringToFront();
  }

  /** Bring the place into sight, if it is not. */
  show(slug) {
    const layer = this.layers.get(slug);
    if (!layer) return;
    if (this.points.hasLayer(layer) && this.map.getZoom() < this.pointsFrom) this.map.setView(centre(layer), this.pointsFrom + 1);
    else if (!this.map.getBounds().pad(-0.1).contains(centre(layer))) this.map.panTo(centre(layer));
  }

  showPoints() {
    if (this.map.getZoom() >= this.pointsFrom) this.points.addTo(this.map);
    else this.points.remove();
  }

  bounds() {
    return this.shapes.getBounds();
  }
}

export function centre(layer) {
  return layer.getBounds ? layer.getBounds().getCenter() : layer.getLatLng();
}

function isDrawn(feature) {
  return Boolean(feature.geometry) && feature.geometry.type !== "Point";
}

function isSmall(feature) {
  return !["region", "road"].includes(feature.properties.kind) && Array.isArray(feature.properties.position);
}
