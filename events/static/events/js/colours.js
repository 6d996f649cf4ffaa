/** The colours of the style sheet for what is drawn on canvas, and the patterns made of them; another theme is told to whoever draws. */

const sheet = getComputedStyle(document.documentElement);
const dark = matchMedia("(prefers-color-scheme: dark)");
const known = new Map(); // asking the style sheet makes the browser work out all that has changed on the page
const tiles = new Map(); // by look, each drawn once, sharp on screens of either density
onTheme(() => [known, tiles].forEach((made) => made.clear()));

/** The colour of this name, such as `paper` for `--paper`, as the theme has it now. */
export function colour(name) {
  if (!known.has(name)) known.set(name, sheet.getPropertyValue(`--${name}`).trim());
  return known.get(name);
}

/** Call back when the reader's system changes between light and dark. */
export function onTheme(changed) {
  dark.addEventListener("change", changed);
}

/** Dots of the screen for a dot of the page, as Leaflet's canvas has them. */
export const SHARPNESS = devicePixelRatio > 1 ? 2 : 1;

/** The fill of a look such as `contested-government-opposition`: a colour, or a pattern of tiles. */
export function fillOf(look) {
  if (!tiles.has(look)) tiles.set(look, drawn(...look.split("-")));
  return tiles.get(look);
}

function drawn(status, one, other) {
  if (status === "assessed") return colour(one);
  if (status === "claimed") return tile(8, (pen, size) => diagonals(pen, size, colour(`${one}-tint`), colour(one), 1.7));
  if (status === "contested") return tile(15, (pen, size) => diagonals(pen, size, colour(other), colour(one), size / Math.SQRT2 / 2));
  if (status === "shared") return tile(26, (pen, size) => bands(pen, size, colour(one), colour(other)));
  return tile(8, dots);
}

function tile(size, draw) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size * SHARPNESS;
  const pen = canvas.getContext("2d");
  pen.scale(SHARPNESS, SHARPNESS);
  draw(pen, size);
  const pattern = pen.createPattern(canvas, "repeat");
  pattern.setTransform(new DOMMatrix().scale(1 / SHARPNESS));
  return pattern;
}

/** Lines from lower left to upper right, which meet those of the next tile. */
function diagonals(pen, size, ground, line, width) {
  pen.fillStyle = ground;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = line;
  pen.lineWidth = width;
  for (const corner of [0, size, 2 * size]) {
    pen.beginPath();
    pen.moveTo(corner - 2 * size, 2 * size);
    pen.lineTo(corner + size, -size);
    pen.stroke();
  }
}

function bands(pen, size, one, other) {
  pen.fillStyle = other;
  pen.fillRect(0, 0, size, size);
  pen.fillStyle = one;
  pen.fillRect(0, 0, size / 2, size);
}

function dots(pen, size) {
  pen.fillStyle = colour("paper");
  pen.fillRect(0, 0, size, size);
  pen.fillStyle = colour("rule");
  for (const place of [size / 4, (3 * size) / 4]) {
    pen.beginPath();
    pen.arc(place, place, 1.1, 0, 2 * Math.PI);
    pen.fill();
  }
}
