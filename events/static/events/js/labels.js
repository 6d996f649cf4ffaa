/** Names on the map, as many as there is room for; none lies on another. */

import { centre } from "./layer.js";

/* global L */

const GAP = 3;

/** Names of places, the largest first, drawn anew whenever the map has moved. */
export class Labels {
  constructor(map, places) {
    this.map = map;
    this.group = L.layerGroup().addTo(map);
    this.places = [...places.layers].filter(([, layer]) => layer.getBounds).sort(([, a], [, b]) => size(b) - size(a));
    map.on("zoomend moveend resize", () => this.draw());
    this.draw();
  }

  draw() {
    this.group.clearLayers();
    const taken = [];
    const view = this.map.getSize();
    for (const [, layer] of this.places) {
      const box = this.boxOf(layer);
      if (box.right < 0 || box.left > view.x || box.bottom < 0 || box.top > view.y) continue;
      if (box.width > box.room * 1.35 || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      this.group.addLayer(this.label(layer));
    }
  }

  boxOf(layer) {
    const middle = this.map.latLngToContainerPoint(middleOf(layer));
    const bounds = layer.getBounds();
    const room = Math.abs(this.map.latLngToContainerPoint(bounds.getNorthEast()).x - this.map.latLngToContainerPoint(bounds.getSouthWest()).x);
    const width = widthOf(layer.placeName);
    return { width, room, left: middle.x - width / 2 - GAP, right: middle.x + width / 2 + GAP, top: middle.y - 8 - GAP, bottom: middle.y + 8 + GAP };
  }

  label(layer) {
    const text = document.createElement("span");
    text.textContent = layer.placeName;
    text.dir = "auto";
    const icon = L.divIcon({ className: "place-label", html: text, iconSize: [0, 0] });
    return L.marker(middleOf(layer), { icon, interactive: false, keyboard: false });
  }
}

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();

function widthOf(name) {
  if (!widths.has(name)) {
    pen.font = `12px "Noto Sans", "Noto Sans Arabic", sans-serif`;
    widths.set(name, pen.measureText(name).width);
  }
  return widths.get(name);
}

function middleOf(layer) {
  layer.middle ??= layer.getCenter && layer._map ? layer.getCenter() : centre(layer);
  return layer.middle;
}

function size(layer) {
  const bounds = layer.getBounds();
  return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
}

function overlap(one, other) {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}
