/** What is drawn along borders: the front line, where sides meet, and a dashed ring around what is besieged. */

import { FRONT, KINDS, NOTHING, RIM_OF_ONE, RIM_OF_OTHER, bordersOf, drawnAlong } from "./borders.js";
import { colour, onTheme } from "./colours.js";
import { Surface, pathOf } from "./surface.js";

/* global L */

/** Each line has a casing below it. */
const Cased = Surface.extend({
  _fillStroke(pen, { options }) {
    const casing = Object.assign(Object.create(options), options.casing, { _dashArray: null });
    if (!this.isOver) Surface.prototype._fillStroke.call(this, pen, { options: casing });
    if (this.isOver !== false) Surface.prototype._fillStroke.call(this, pen, { options });
  },
});

/** All casings lie below all lines, so that one stretch does not cut another. */
const Fronts = Cased.extend({
  _draw() {
    for (const over of [false, true]) {
      this.isOver = over;
      Cased.prototype._draw.call(this);
    }
  },
});

/** Each ring stays inside its place. */
const Rims = Cased.extend({
  _updatePoly(layer, closed) {
    if (!this._drawing) return;
    this._ctx.save();
    this._ctx.clip(pathOf(layer.options.within), "evenodd");
    Cased.prototype._updatePoly.call(this, layer, closed);
    this._ctx.restore();
  },
});

const STYLES = {
  front: () => ({ color: colour("front"), weight: 2.6, casing: { color: colour("paper"), weight: 5 } }),
  rim: () => ({ color: colour("ink"), weight: 4.4, dashArray: "6 4", lineCap: "butt", casing: { color: colour("paper"), weight: 7 } }),
};

/** The lines of the map of control; `layers` gives the shape of each place. */
export function linesOf(map, features, { sideOf, layers }) {
  const [front, rims] = [paneOf(map, Fronts, "front", 460), paneOf(map, Rims, "rims", 440)];
  const optionsOf = {
    [FRONT]: () => ({ kind: "front", renderer: front }),
    [RIM_OF_ONE]: ([one]) => ({ kind: "rim", renderer: rims, within: layers.get(one) }),
    [RIM_OF_OTHER]: ([, other]) => ({ kind: "rim", renderer: rims, within: layers.get(other) }),
  };
  return new BorderLines(map, bordersOf(features), { sideOf, optionsOf });
}

function paneOf(map, Kind, pane, order) {
  map.createPane(pane).style.zIndex = order;
  map.getPane(pane).style.pointerEvents = "none";
  return new Kind({ pane, padding: 0.1 });
}

/** Lines along borders, made when first seen; only the borders of places that changed are looked at again. */
class BorderLines {
  constructor(map, borders, { sideOf, optionsOf }) {
    const mine = borders.map(({ between, lines }) => ({ between, corners: lines, drawn: NOTHING, made: new Map() }));
    Object.assign(this, { map, sideOf, optionsOf, around: new Map() });
    for (const border of mine) for (const slug of border.between) this.around.set(slug, [...(this.around.get(slug) ?? []), border]);
    onTheme(() => mine.forEach(({ made }) => made.forEach((line) => line.setStyle(STYLES[line.options.kind]()))));
  }

  /** Look again at the borders of these places; `stateOf(slug)` gives what holds there now. */
  update(changed, stateOf) {
    for (const slug of changed) {
      for (const border of this.around.get(slug) ?? []) {
        const [one, other] = border.between;
        const drawn = drawnAlong(stateOf(one), stateOf(other), this.sideOf);
        for (const kind of KINDS) if ((drawn ^ border.drawn) & kind) this.turn(border, kind, Boolean(drawn & kind));
        border.drawn = drawn;
      }
    }
  }

  turn(border, kind, stroke) {
    const line = border.made.get(kind);
    if (line) return line.setStyle({ stroke });
    border.latLngs ??= border.corners.map((corners) => L.GeoJSON.coordsToLatLngs(corners));
    const options = styled(this.optionsOf[kind](border.between));
    return border.made.set(kind, L.polyline(border.latLngs, options).addTo(this.map));
  }
}

function styled(options) {
  const shared = { pane: options.renderer.options.pane, interactive: false, smoothFactor: 0.3, opacity: 1, lineCap: "round", lineJoin: "round" };
  return { ...shared, ...STYLES[options.kind](), ...options };
}
