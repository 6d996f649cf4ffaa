/** What is drawn along borders: the front line, where sides meet, and a dashed ring around what is besieged. */

import { FRONT, KINDS, NOTHING, RIM_OF_ONE, RIM_OF_OTHER, bordersOf, drawnAlong } from "./borders.js";
import { colour, onTheme } from "./colours.js";
import { Surface, clip, pathOf, stroke } from "./surface.js";

/* global L */

/** Lines over their casings; each is drawn as one path, so that no stretch cuts another. */
const Fronts = Surface.extend({
  _draw() {
    const lines = [...this.meeting()].filter(({ options }) => options.stroke);
    if (!lines.length) return;
    const path = new Path2D();
    for (const line of lines) path.addPath(pathOf(line, false));
    this._ctx.save();
    if (this.dirty.length) clip(this._ctx, this.dirty);
    drawCased(this._ctx, lines[0].options, path);
    this._ctx.restore();
  },
});

/** Each ring stays inside its place. */
const Rims = Surface.extend({
  drawOne(layer) {
    this._ctx.save();
    this._ctx.clip(pathOf(layer.options.within), "evenodd");
    drawCased(this._ctx, layer.options, pathOf(layer, false));
    this._ctx.restore();
  },
});

function drawCased(pen, options, path) {
  stroke(pen, options.casing, path);
  stroke(pen, options, path);
}

const STYLES = {
  front: () => cased({ color: colour("front"), weight: 2.6, opacity: 1, lineCap: "round", lineJoin: "round" }, 5),
  rim: () => cased({ color: colour("ink"), weight: 4.4, opacity: 1, lineCap: "butt", lineJoin: "round", dashArray: "6 4" }, 7),
};

function cased(style, weight) {
  return { ...style, casing: { ...style, stroke: true, color: colour("paper"), weight } };
}

/** The lines of the map of control; `layers` gives the shape of each place. */
export function linesOf(map, features, { sideOf, layers }) {
  const [front, rims] = [paneOf(map, Fronts, "front", 460), paneOf(map, Rims, "rims", 440)];
  const optionsOf = {
    [FRONT]: () => ({ kind: "front", renderer: front }),
    [RIM_OF_ONE]: ([one]) => ({ kind: "rim", renderer: rims, within: layers.get(one) }),
    [RIM_OF_OTHER]: ([, other]) => ({ kind: "rim", renderer: rims, within: layers.get(other) }),
  };
  return new BorderLines(map, bordersOf(features), { sideOf, optionsOf, canvases: [front, rims] });
}

function paneOf(map, Kind, pane, order) {
  map.createPane(pane).style.zIndex = order;
  map.getPane(pane).style.pointerEvents = "none";
  return new Kind({ pane, padding: 0.1 });
}

/** Lines along borders, made when first seen; only the borders of places that changed are looked at again. */
class BorderLines {
  constructor(map, borders, { sideOf, optionsOf, canvases }) {
    const mine = borders.map(({ between, lines }) => ({ between, corners: lines, drawn: NOTHING, made: new Map() }));
    Object.assign(this, { map, sideOf, optionsOf, canvases, around: new Map() });
    for (const border of mine) for (const slug of border.between) this.around.set(slug, [...(this.around.get(slug) ?? []), border]);
    onTheme(() => mine.forEach(({ made }) => made.forEach((line) => line.setStyle(STYLES[line.options.kind]()))));
  }

  /** Look again at the borders of these places; `stateOf(slug)` gives what holds there now. */
  update(changed, stateOf) {
    const turned = [];
    for (const slug of changed) for (const border of this.around.get(slug) ?? []) this.look(border, stateOf, turned);
    for (const canvas of this.canvases) canvas.paint(turned.filter(({ options }) => options.renderer === canvas));
  }

  /** What is drawn along the border now; a second look at it finds that nothing has turned. */
  look(border, stateOf, turned) {
    const [one, other] = border.between;
    const drawn = drawnAlong(stateOf(one), stateOf(other), this.sideOf);
    if (drawn === border.drawn) return;
    for (const kind of KINDS) if ((drawn ^ border.drawn) & kind) this.turn(border, kind, Boolean(drawn & kind), turned);
    border.drawn = drawn;
  }

  turn(border, kind, isDrawn, turned) {
    const line = border.made.get(kind) ?? this.make(border, kind);
    line.options.stroke = isDrawn;
    turned.push(line);
  }

  make(border, kind) {
    border.latLngs ??= border.corners.map((corners) => L.GeoJSON.coordsToLatLngs(corners));
    const line = L.polyline(border.latLngs, styled(this.optionsOf[kind](border.between))).addTo(this.map);
    border.made.set(kind, line);
    return line;
  }
}

function styled(options) {
  const shared = { pane: options.renderer.options.pane, interactive: false, smoothFactor: 1 };
  return { ...shared, ...STYLES[options.kind](), ...options };
}
