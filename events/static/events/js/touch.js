/** What readers do with the places of a map: point, click, walk by keyboard; and what they are told of each. */

import { partsOf } from "./layer.js";
import { lookOf } from "./looks.js";
import { middleOf } from "./middle.js";
import { Reach } from "./reach.js";
import { Rings } from "./rings.js";

/* global L */

const TOLD_AFTER_MS = 50;

export class Touch {
  /** `places` is a PlaceLayer; `said(slug)` gives the state of a place in words, `opened(slug)` is told of a click, `covered()` gives the pixels of the map that a sheet lies over. */
  constructor(places, { said, opened, covered = () => 0, label, language }) {
    Object.assign(this, { places, map: places.map, said, opened, covered });
    this.rings = new Rings(this.map);
    this.untold = new Set(places.layers.keys());
    for (const [slug, layer] of places.layers) this.listen(slug, seated(layer));
    this.reach = this.reachable({ label, language });
    this.tell();
    places.painted = (states) => this.tellSoon(states);
  }

  listen(slug, layer) {
    layer.on("click", () => this.opened(slug));
    layer.on("mouseover", () => this.rings.draw("pointed", layer)).on("mouseout", () => this.rings.draw("pointed", null));
    layer.bindTooltip(() => hint(layer.placeName, this.said(slug)), { sticky: true, className: "hint", direction: "top", offset: [0, -6] });
  }

  reachable({ label, language }) {
    const places = [...this.places.layers].map(([slug, layer]) => {
      const at = () => this.map.latLngToLayerPoint(layer.middle);
      return [slug, { name: layer.placeName, at, isShown: () => Boolean(layer._map) }];
    });
    const focused = (slug) => this.ring(slug);
    return new Reach(this.map, places, { label, language, focused, opened: (slug) => this.opened(slug) });
  }

  ring(slug) {
    this.rings.draw("focused", slug && this.places.layers.get(slug));
    if (slug) this.show(slug);
  }

  tellSoon(states) {
    for (const [slug] of states) this.untold.add(slug);
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.tell(), TOLD_AFTER_MS);
  }

  /** Say of the places painted how they look now; not in each step, for nobody can hear them all. */
  tell() {
    for (const slug of this.untold) {
      const state = this.places.states.get(slug);
      const facts = { look: lookOf(state, this.places.sideOf), age: state?.age, besieged: Boolean(state?.besieged) };
      const layer = this.places.layers.get(slug);
      if (layer.isTooltipOpen()) layer.getTooltip().update();
      this.reach.say(slug, `${layer.placeName}: ${this.said(slug)}`, facts);
    }
    this.untold.clear();
  }

  /** Outline the opened place, and no other. */
  select(slug) {
    this.rings.draw("chosen", this.places.layers.get(slug));
    this.reach.choose(slug);
  }

  focus(slug) {
    this.reach.focus(slug);
  }

  /** Bring the place into sight, if it is not. */
  show(slug) {
    const [layer, { points, pointsFrom }] = [this.places.layers.get(slug), this.places];
    if (!layer) return;
    if (points.hasLayer(layer) && this.map.getZoom() < pointsFrom) this.map.setView(layer.middle, pointsFrom + 1);
    else this.bringIn(layer.middle);
  }

  /** To the middle of what is seen of the map, if the position is outside of it or near its edge. */
  bringIn(position) {
    const { x, y } = this.map.getSize();
    const seen = L.point(x, y - this.covered());
    const at = this.map.latLngToContainerPoint(position);
    const edge = seen.multiplyBy(0.08);
    if (!L.bounds(edge, seen.subtract(edge)).contains(at)) this.map.panBy(at.subtract(seen.divideBy(2)));
  }
}

/** The layer, with the middle where its name and its button sit, and of a shape the room there, in degrees. */
function seated(layer) {
  if (layer.getLatLng) return Object.assign(layer, { middle: layer.getLatLng() });
  const { at, width } = middleOf(partsOf(layer.feature));
  return Object.assign(layer, { middle: L.GeoJSON.coordsToLatLng(at), room: width });
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
