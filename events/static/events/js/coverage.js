/** Places that share their borders, on two canvases: fills, and over them the seams between them, the points, and lines. */

import { Surface, fill, pathOf, stroke } from "./surface.js";

/* global L */

const SEAM = ["color", "weight", "opacity"];

/** What lies over the fills. The places, and the clicks on them, belong to the coverage; lines of its own lie above. */
const Seams = Surface.extend({
  initialize(coverage, options) {
    Surface.prototype.initialize.call(this, options);
    this.coverage = coverage;
  },

  all() {
    return [...this.coverage.all(), ...Surface.prototype.all.call(this)];
  },

  drawOne(layer) {
    if (this.owns(layer)) layer._updatePath();
    else if (isPoint(layer)) this._updateCircle(layer);
    else this._updatePoly(layer, true);
  },

  owns(layer) {
    return layer._renderer === this;
  },

  _fillStroke(pen, layer) {
    if (this.path && !this.owns(layer)) stroke(pen, layer.options, this.path);
    else Surface.prototype._fillStroke.call(this, pen, layer);
  },
});

export const Coverage = Surface.extend({
  initialize(options) {
    Surface.prototype.initialize.call(this, options);
    this.seams = new Seams(this, { ...options, pane: "seams" });
  },

  onAdd(map) {
    Object.assign((map.getPane("seams") ?? map.createPane("seams")).style, { zIndex: 410, pointerEvents: "none" });
    Surface.prototype.onAdd.call(this, map);
    this.seams.addTo(map);
  },

  _requestRedraw(layer) {
    Surface.prototype._requestRedraw.call(this, layer);
    this.seams._requestRedraw(layer);
  },

  _addPath(layer) {
    this.seams.forget();
    Surface.prototype._addPath.call(this, layer);
  },

  forget() {
    Surface.prototype.forget.call(this);
    this.seams.forget();
  },

  drawOne(layer) {
    if (!isPoint(layer)) layer._updatePath();
  },

  _fillStroke(pen, layer) {
    fill(pen, layer.options, this.path);
  },

  /** Give layers other styles, `[layer, style]` each, at once. A fill ends at its outline: nothing around it is painted. */
  restyle(entries) {
    const sewn = entries.filter(([layer, style]) => isPoint(layer) || SEAM.some((name) => style[name] !== layer.options[name]));
    for (const [layer, style] of entries) Object.assign(layer.options, style);
    const layers = entries.map(([layer]) => layer);
    if (!this._map || this._redrawRequest) this.paint(layers);
    else for (const layer of layers) if (!isPoint(layer)) refill(this._ctx, layer);
    this.seams.paint(sewn.map(([layer]) => layer));
  },
});

function refill(pen, layer) {
  if (!layer._parts.length) return;
  if (layer.options.fillOpacity < 1) erase(pen, pathOf(layer));
  fill(pen, layer.options, pathOf(layer));
}

function erase(pen, path) {
  pen.globalCompositeOperation = "destination-out";
  fill(pen, { fill: true, fillOpacity: 1, fillColor: "black" }, path);
  pen.globalCompositeOperation = "source-over";
}

function isPoint(layer) {
  return layer instanceof L.CircleMarker;
}
