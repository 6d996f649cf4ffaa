/** Names on the map, in two sizes, as many as there is room for; none lies on another. */

/* global L */

const GAP = 3;
const SIZES = { large: 14.5, small: 11.5 };
const LINE = 1.2;
const OTHER = 0.8; // the name in the other script, beside the first
const OVER = 1.12; // how far a name may reach over the edges of its place

/** Names of places, the largest first, drawn anew whenever the map has moved. */
export class Labels {
  constructor(map, places, { language = "en" } = {}) {
    Object.assign(this, { map, language, larger: language === "ar" ? 1.14 : 1 });
    this.group = L.layerGroup().addTo(map);
    this.layers = [...places.layers.values()].sort((one, other) => size(other) - size(one));
    map.on("moveend resize", () => this.draw());
    if (document.fonts.status !== "loaded") document.fonts.ready.then(() => this.measureAnew());
    this.draw();
  }

  draw() {
    this.group.clearLayers();
    const taken = this.covered();
    for (const layer of this.layers) {
      const form = layer._map && this.inView(layer) && this.formOf(layer, taken);
      if (!form) continue;
      taken.push(form.box);
      this.group.addLayer(this.label(layer, form));
    }
  }

  measureAnew() {
    widths.clear();
    this.draw();
  }

  /** The boxes of what floats over the map, such as the legend. */
  covered() {
    const frame = this.map.getContainer();
    const { left: x, top: y } = frame.getBoundingClientRect();
    const floating = [...frame.querySelectorAll(".leaflet-control"), ...[...frame.parentElement.children].filter((other) => other !== frame)];
    return floating.map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 1)
      .map(({ left, right, top, bottom }) => ({ left: left - x, right: right - x, top: top - y, bottom: bottom - y }));
  }

  inView(layer) {
    return this.map.getBounds().contains(layer.middle);
  }

  /** The fullest form of the name that fits its place and lies on no other; nothing if there is none. */
  formOf(layer, taken) {
    const at = this.map.latLngToContainerPoint(layer.middle);
    const room = layer.room === undefined ? Infinity : this.wide(layer) * OVER;
    const { x, y } = this.map.getSize();
    const isWhole = (box) => box.left > 0 && box.right < x && box.top > 0 && box.bottom < y;
    const isFree = (box) => isWhole(box) && !taken.some((other) => overlap(box, other));
    return this.forms(layer).map((form) => ({ ...form, box: boxOf(form, at, layer) }))
      .find(({ box, limit = 1 }) => box.width <= room * limit && isFree(box));
  }

  wide({ middle, room }) {
    return this.map.latLngToContainerPoint([middle.lat, middle.lng + room]).x - this.map.latLngToContainerPoint(middle).x;
  }

  forms({ placeName, feature: { properties }, room }) {
    const other = this.language === "ar" ? properties.name_en : properties.name_ar;
    const [large, small] = [SIZES.large, SIZES.small].map((pixels) => pixels * this.larger);
    const lines = halved(placeName);
    if (room === undefined) return [{ kind: "small point", pixels: small, lines: [placeName] }];
    return [
      ...(other && other !== placeName ? [{ kind: "large", pixels: large, lines: [placeName], other, limit: 0.8 }] : []),
      { kind: "large", pixels: large, lines: [placeName], limit: 0.8 },
      { kind: "small", pixels: small, lines: [placeName] },
      ...(lines ? [{ kind: "small", pixels: small, lines }] : []),
    ];
  }

  label(layer, { kind, lines, other }) {
    const text = document.createElement("span");
    text.append(...lines.map((line) => part(line, "auto")), ...(other ? [Object.assign(part(other, "auto"), { className: "other" })] : []));
    const icon = L.divIcon({ className: `place-label ${kind}`, html: text, iconSize: [0, 0] });
    const marker = L.marker(layer.middle, { icon, interactive: false, keyboard: false });
    return marker.on("add", () => marker.getElement().setAttribute("aria-hidden", "true"));
  }
}

function part(text, dir) {
  return Object.assign(document.createElement("bdi"), { textContent: text, dir });
}

/** The name in two lines, as even as its words allow; nothing for a single word. */
function halved(name) {
  const words = name.split(" ");
  if (words.length < 2) return null;
  const splits = words.slice(1).map((_, at) => [words.slice(0, at + 1).join(" "), words.slice(at + 1).join(" ")]);
  return splits.reduce((best, split) => (Math.max(...split.map(length)) < Math.max(...best.map(length)) ? split : best));
}

function length(text) {
  return text.length;
}

function boxOf({ pixels, lines, other, kind }, at, layer) {
  const width = Math.max(...lines.map((line) => widthOf(line, pixels)), other ? widthOf(other, pixels * OTHER) : 0);
  const height = pixels * LINE * (lines.length + (other ? OTHER : 0));
  const y = kind.endsWith("point") ? at.y + (layer.getRadius?.() ?? 0) + height / 2 + 2 : at.y;
  return { width, left: at.x - width / 2 - GAP, right: at.x + width / 2 + GAP, top: y - height / 2 - 1, bottom: y + height / 2 + 1 };
}

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();

function widthOf(text, pixels) {
  const key = `${pixels} ${text}`;
  if (!widths.has(key)) {
    pen.font = `${pixels}px "Noto Sans", "Noto Sans Arabic", sans-serif`;
    widths.set(key, pen.measureText(text).width);
  }
  return widths.get(key);
}

function size(layer) {
  if (!layer.getBounds || layer.room === undefined) return 0;
  const bounds = layer.getBounds();
  return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
}

function overlap(one, other) {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}
