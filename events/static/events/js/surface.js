/** Leaflet's canvas, which repaints only the boxes of what changed. */

import { Grid } from "./grid.js";

/* global L */

// The names with an underscore are Leaflet's own, whose version is pinned
export const Surface = L.Canvas.extend({
  initialize(options) {
    L.Canvas.prototype.initialize.call(this, options);
    Object.assign(this, { dirty: [], grid: null, last: 0 });
  },

  _extendRedrawBounds({ _pxBounds: box, options }) {
    if (box) this.dirty.push(widened(box, (options.weight || 0) + 1));
  },

  _addPath(layer) {
    if (this.grid) this.enter(layer);
    L.Canvas.prototype._addPath.call(this, layer);
  },

  _updatePath(layer) {
    this.forget();
    L.Canvas.prototype._updatePath.call(this, layer);
  },

  _removePath(layer) {
    this.forget();
    L.Canvas.prototype._removePath.call(this, layer);
  },

  _updatePaths() {
    this.dirty = [];
    this.forget();
    L.Canvas.prototype._updatePaths.call(this);
  },

  /** What lies where is no longer as it was. */
  forget() {
    this.grid = null;
  },

  /** Paint these layers as their options say now, and what meets their boxes, at once; with all else that is due, if anything is. */
  paint(layers) {
    if (!this._map) return;
    for (const layer of layers) if (layer._map) this._extendRedrawBounds(layer);
    if (this.dirty.length && !this._redrawRequest) this._redraw();
  },

  /** Paint the boxes anew, or everything when none is named, or so many that it comes to as much. */
  _redraw() {
    this._redrawRequest = null;
    if (this.dirty.reduce((area, box) => area + areaOf(box), 0) > areaOf(this._bounds)) this.dirty = [];
    if (!this.dirty.length) this._clear();
    for (const { min, max } of this.dirty) this._ctx.clearRect(min.x, min.y, max.x - min.x, max.y - min.y);
    this._draw();
    this.dirty = [];
  },

  _draw() {
    this._ctx.save();
    if (this.dirty.length) clip(this._ctx, this.dirty);
    this._drawing = true;
    for (const layer of this.touched()) if (isSeen(layer)) this.drawOne(layer);
    this._drawing = false;
    this._ctx.restore();
  },

  drawOne(layer) {
    layer._updatePath();
  },

  /** Outlines stay as they are from step to step, so each is traced once for a view. */
  _updatePoly(layer, closed = false) {
    if (!this._drawing || !layer._parts.length) return;
    this.path = pathOf(layer, closed);
    this._fillStroke(this._ctx, layer);
  },

  _updateCircle(layer) {
    this.path = null;
    L.Canvas.prototype._updateCircle.call(this, layer);
  },

  _fillStroke(pen, layer) {
    if (!this.path) return L.Canvas.prototype._fillStroke.call(this, pen, layer);
    fill(pen, layer.options, this.path);
    return stroke(pen, layer.options, this.path);
  },

  /** The layers to paint, the lowest first. */
  touched() {
    return this.dirty.length ? [...this.meeting()].sort((one, other) => one.turn - other.turn) : this.all();
  },

  /** The layers that meet what is painted anew: all of them, if that is everything. */
  meeting() {
    if (!this.dirty.length) return this.all();
    if (!this.grid) this.enterAll();
    return this.grid.meeting(this.dirty);
  },

  all() {
    const layers = [];
    for (let order = this._drawFirst; order; order = order.next) layers.push(order.layer);
    return layers;
  },

  enterAll() {
    Object.assign(this, { grid: new Grid(), last: 0 });
    for (const layer of this.all()) this.enter(layer);
  },

  enter(layer) {
    layer.turn = this.last += 1;
    if (layer._pxBounds) this.grid.add(layer, widened(layer._pxBounds, 0));
  },
});

/** The outline of the layer as it lies in the present view. */
export function pathOf(layer, closed = true) {
  if (layer.traced?.parts !== layer._parts) layer.traced = { parts: layer._parts, path: trace(layer._parts, closed) };
  return layer.traced.path;
}

function trace(parts, closed) {
  const path = new Path2D();
  for (const [first, ...rest] of parts) {
    path.moveTo(first.x, first.y);
    for (const { x, y } of rest) path.lineTo(x, y);
    if (closed) path.closePath();
  }
  return path;
}

export function fill(pen, options, path) {
  if (!options.fill) return;
  pen.globalAlpha = options.fillOpacity;
  pen.fillStyle = options.fillColor || options.color;
  pen.fill(path, options.fillRule || "evenodd");
}

export function stroke(pen, options, path) {
  if (!options.stroke || options.weight === 0) return;
  pen.setLineDash(options._dashArray || []);
  pen.globalAlpha = options.opacity;
  pen.lineWidth = options.weight;
  pen.strokeStyle = options.color;
  pen.lineCap = options.lineCap;
  pen.lineJoin = options.lineJoin;
  pen.stroke(path);
}

function isSeen({ options }) {
  return options.fill || options.stroke;
}

function widened({ min, max }, reach) {
  return {
    min: { x: Math.floor(min.x - reach), y: Math.floor(min.y - reach) },
    max: { x: Math.ceil(max.x + reach), y: Math.ceil(max.y + reach) },
  };
}

function areaOf({ min, max }) {
  return (max.x - min.x) * (max.y - min.y);
}

export function clip(pen, boxes) {
  pen.beginPath();
  for (const { min, max } of boxes) pen.rect(min.x, min.y, max.x - min.x, max.y - min.y);
  pen.clip();
}
