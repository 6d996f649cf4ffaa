/** Outlines above the map, which leave what lies below as it is: of the place opened, focused, pointed at. */

import { colour } from "./colours.js";
import { Surface } from "./surface.js";

/* global L */

const LOOKS = {
  pointed: () => [{ color: colour("ink"), weight: 1.6 }],
  chosen: () => [{ color: colour("card"), weight: 6 }, { color: colour("accent"), weight: 3.2 }],
  focused: () => [{ color: colour("card"), weight: 7 }, { color: colour("accent"), weight: 4, dashArray: "2 6" }],
};

export class Rings {
  constructor(map) {
    this.map = map;
    map.createPane("rings").style.zIndex = 470;
    map.getPane("rings").style.pointerEvents = "none";
    this.renderer = new Surface({ pane: "rings", padding: 0.1 });
    this.groups = {};
  }

  /** Draw the ring of this kind around the layer; without one, take it away. */
  draw(kind, layer) {
    this.groups[kind]?.remove();
    this.groups[kind] = layer ? L.layerGroup(LOOKS[kind]().map((style) => this.outline(layer, style))).addTo(this.map) : null;
  }

  outline(layer, style) {
    const options = { ...style, renderer: this.renderer, pane: "rings", interactive: false, fill: false, opacity: 1, smoothFactor: 0.3 };
    if (layer.getLatLngs) return L.polygon(layer.getLatLngs(), options);
    return L.circleMarker(layer.getLatLng(), { ...options, radius: layer.getRadius() + 3 });
  }
}
