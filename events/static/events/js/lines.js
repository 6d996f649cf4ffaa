/** What is drawn along borders: the front line, where sides meet, and a dashed ring around what is besieged. */

import { FRONT, KINDS, NOTHING, RIM_OF_ONE, RIM_OF_OTHER, bordersOf, drawnAlong } from "./borders.js";
import { colour, onTheme } from "./colours.js";
import { Surface, clip, pathOf, stroke } from "./surface.js";

/* global L */

/** Lines over their casings: the rings, and over them the front as one path, so that no stretch cuts another. */
const Along = Surface.extend({
  _draw() {
    const lines = [...this.meeting()].filter(({ options }) => options.stroke);
    if (!lines.length) return;
    const fronts = lines.filter(({ options }) => options.kind === "front");
    this._ctx.save();
    if (this.dirty.length) clip(this._ctx, this.dirty);
    for (const line of lines) if (line.options.kind === "rim") drawRim(this._ctx, line);
    if (fronts.length) drawCased(this._ctx, fronts[0].options, joined(fronts));
    this._ctx.restore();
  },
});

/** A ring stays inside its place. */
function drawRim(pen, line) {
  pen.save();
  pen.clip(pathOf(line.options.within), "evenodd");
  drawCased(pen, line.options, pathOf(line, false));
  pen.restore();
}

function joined(lines) {
  const path = new Path2D();
  for (const line of lines) path.addPath(pathOf(line, false));
  return path;
}

function drawCased(pen, options, path) {
  stroke(pen, Object.assign(Object.create(options), options.casing, { _dashArray: null }), path);
  stroke(pen, options, path);
}

const STYLES = {
  front: () => ({ color: colour("front"), weight: 2.6, casing: { color: colour("paper"), weight: 5 } }),
  rim: () => ({ color: colour("ink"), weight: 4.4, dashArray: "6 4", lineCap: "butt", casing: { color: colour("paper"), weight: 7 } }),
};

/** The lines of the map of control; `layers` gives the shape of each place. */
export function linesOf(map, features, { sideOf, layers }) {
  map.createPane("front").style.zIndex = 460;
  map.getPane("front").style.pointerEvents = "none";
  const canvas = new Along({ pane: "front", padding: 0.1 });
  const optionsOf = {
    [FRONT]: () => ({ kind: "front" }),
    [RIM_OF_ONE]: ([one]) => ({ kind: "rim", within: layers.get(one) }),
    [RIM_OF_OTHER]: ([, other]) => ({ kind: "rim", within: layers.get(other) }),
  };
  return new BorderLines(map, bordersOf(features), { sideOf, optionsOf, canvas });
}

/** Lines along borders, made when first seen; only the borders of places that changed are looked at again. */
class BorderLines {
  constructor(map, borders, { sideOf, optionsOf, canvas }) {
    const mine = borders.map(({ between, lines }) => ({ between, corners: lines, drawn: NOTHING, made: new Map() }));
    Object.assign(this, { map, sideOf, optionsOf, canvas, around: new Map() });
    for (const border of mine) for (const slug of border.between) this.around.set(slug, [...(this.around.get(slug) ?? []), border]);
    onTheme(() => mine.forEach(({ made }) => made.forEach((line) => line.setStyle(STYLES[line.options.kind]()))));
  }

  /** Look again at the borders of these places; `stateOf(slug)` gives what holds there now. */
  update(changed, stateOf) {
    const turned = [];
    for (const border of new Set(changed.flatMap((slug) => this.around.get(slug) ?? []))) {
      const [one, other] = border.between;
      const drawn = drawnAlong(stateOf(one), stateOf(other), this.sideOf);
      for (const kind of KINDS) if ((drawn ^ border.drawn) & kind) this.turn(border, kind, Boolean(drawn & kind), turned);
      border.drawn = drawn;
    }
    this.canvas.paint(turned);
  }

  turn(border, kind, isDrawn, turned) {
    const line = border.made.get(kind) ?? this.make(border, kind);
    line.options.stroke = isDrawn;
    turned.push(line);
  }

  make(border, kind) {
    border.latLngs ??= border.corners.map((corners) => L.GeoJSON.coordsToLatLngs(corners));
    const line = L.polyline(border.latLngs, styled(this.canvas, this.optionsOf[kind](border.between))).addTo(this.map);
    border.made.set(kind, line);
    return line;
  }
}

function styled(renderer, options) {
  const shared = { renderer, pane: renderer.options.pane, interactive: false, smoothFactor: 1, opacity: 1, lineCap: "round", lineJoin: "round" };
  return { ...shared, ...STYLES[options.kind](), ...options };
}
