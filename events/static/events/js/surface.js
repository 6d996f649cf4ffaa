/** Leaflet's canvas, which repaints only the boxes of what changed. */

/* global L */

export const Surface = L.Canvas.extend({
  initialize(options) {
    L.Canvas.prototype.initialize.call(this, options);
    this.dirty = [];
  },

  // The overridden names below are Leaflet's own; its version is pinned
  _extendRedrawBounds(layer) {
    if (!layer._pxBounds) return;
    const reach = (layer.options.weight || 0) + 1;
    const { min, max } = layer._pxBounds;
    this.dirty.push(L.bounds([Math.floor(min.x - reach), Math.floor(min.y - reach)], [Math.ceil(max.x + reach), Math.ceil(max.y + reach)]));
  },

  _updatePaths() {
    this.dirty = [];
    L.Canvas.prototype._updatePaths.call(this);
  },

  /** Paint the boxes anew, or everything when none is named. */
  _redraw() {
    this._redrawRequest = null;
    const boxes = this.dirty;
    if (!boxes.length) this._clear();
    for (const { min, max } of boxes) this._ctx.clearRect(min.x, min.y, max.x - min.x, max.y - min.y);
    this._draw();
    this.dirty = [];
  },

  _draw() {
    const [pen, boxes] = [this._ctx, this.dirty];
    pen.save();
    if (boxes.length) clip(pen, boxes);
    this._drawing = true;
    for (let order = this._drawFirst; order; order = order.next) {
      if (!boxes.length || isTouched(order.layer, boxes)) order.layer._updatePath();
    }
    this._drawing = false;
    pen.restore();
  },
});

function clip(pen, boxes) {
  pen.beginPath();
  for (const { min, max } of boxes) pen.rect(min.x, min.y, max.x - min.x, max.y - min.y);
  pen.clip();
}

function isTouched({ _pxBounds: own }, boxes) {
  if (!own) return false;
  for (const { min, max } of boxes) {
    if (own.min.x <= max.x && own.max.x >= min.x && own.min.y <= max.y && own.max.y >= min.y) return true;
  }
  return false;
}
