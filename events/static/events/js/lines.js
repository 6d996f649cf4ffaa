/** What is drawn along borders: the front line, where sides meet, and a dashed ring around what is besieged. */

import { bordersOf, isFront, isRim } from "./borders.js";
import { colour, onTheme } from "./colours.js";
import { Surface } from "./surface.js";

/* global L */

/** All casings lie below all lines, so that one stretch does not cut another; a rim stays inside its place. */
const Cased = Surface.extend({
  _draw() {
    for (const over of [false, true]) {
      this.isOver = over;
      Surface.prototype._draw.call(this);
    }
  },

  _updatePoly(layer, closed) {
    const { within } = layer.options;
    if (!this._drawing || !within) return Surface.prototype._updatePoly.call(this, layer, closed);
    this._ctx.save();
    trace(this._ctx, within._parts);
    this._ctx.clip("evenodd");
    Surface.prototype._updatePoly.call(this, layer, closed);
    return this._ctx.restore();
  },

  _fillStroke(pen, { options }) {
    const drawn = this.isOver ? options : Object.assign(Object.create(options), options.casing, { _dashArray: null });
    Surface.prototype._fillStroke.call(this, pen, { options: drawn });
  },
});

function trace(pen, parts) {
  pen.beginPath();
  for (const [first, ...rest] of parts) {
    pen.moveTo(first.x, first.y);
    for (const { x, y } of rest) pen.lineTo(x, y);
    pen.closePath();
  }
}

const STYLES = {
  front: () => ({ color: colour("front"), weight: 2.6, casing: { color: colour("paper"), weight: 5 } }),
  rim: () => ({ color: colour("ink"), weight: 4.4, dashArray: "6 4", lineCap: "butt", casing: { color: colour("paper"), weight: 7 } }),
};

/** The lines of the map of control; `layers` gives the shape of each place. */
export function linesOf(map, features, { sideOf, layers }) {
  const [front, rims] = [cased(map, "front", 460), cased(map, "rims", 440)];
  const drawn = ([one, other], [ours, theirs]) => [
    isFront(ours, theirs, sideOf) && { kind: "front", renderer: front },
    isRim(ours, theirs) && { kind: "rim", renderer: rims, within: layers.get(one) },
    isRim(theirs, ours) && { kind: "rim", renderer: rims, within: layers.get(other) },
  ].filter(Boolean);
  return new BorderLines(map, bordersOf(features), drawn);
}

function cased(map, pane, order) {
  map.createPane(pane).style.zIndex = order;
  map.getPane(pane).style.pointerEvents = "none";
  return new Cased({ pane, padding: 0.3 });
}

/** `drawn(between, states)` says which lines a border has; only borders of places that changed are asked again. */
class BorderLines {
  constructor(map, borders, drawn) {
    Object.assign(this, { map, drawn });
    this.shown = new Map(borders.map((border) => [border, { key: "", lines: [] }]));
    this.around = new Map();
    for (const border of borders) for (const slug of border.between) this.around.set(slug, [...(this.around.get(slug) ?? []), border]);
    onTheme(() => [...this.shown.values()].forEach(({ lines }) => lines.forEach((line) => line.setStyle(STYLES[line.options.kind]()))));
  }

  /** Look again at the borders of these places; `stateOf(slug)` gives what holds there now. */
  update(changed, stateOf) {
    const borders = new Set(changed.flatMap((slug) => this.around.get(slug) ?? []));
    for (const border of borders) {
      const wanted = this.drawn(border.between, border.between.map(stateOf));
      const key = wanted.map(({ kind, within }) => `${kind} ${within ? L.stamp(within) : ""}`).join();
      if (key !== this.shown.get(border).key) this.turn(border, key, wanted);
    }
  }

  turn(border, key, wanted) {
    for (const line of this.shown.get(border).lines) line.remove();
    border.latLngs ??= border.lines.map((line) => L.GeoJSON.coordsToLatLngs(line));
    const lines = wanted.map((options) => L.polyline(border.latLngs, styled(options)).addTo(this.map));
    this.shown.set(border, { key, lines });
  }
}

function styled(options) {
  const shared = { pane: options.renderer.options.pane, interactive: false, smoothFactor: 0.3, opacity: 1, lineCap: "round", lineJoin: "round" };
  return { ...shared, ...STYLES[options.kind](), ...options };
}
