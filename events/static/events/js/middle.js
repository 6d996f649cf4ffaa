/** Where a name sits in a shape: inside its largest part, where that is widest near the middle. Pure. */

const LINES = 9;

/** `at` (lon, lat) lies inside the MultiPolygon; `width`, in degrees, is what there is beside it. */
export function middleOf(coordinates) {
  const rings = coordinates.reduce((best, part) => (area(part[0]) > area(best[0]) ? part : best));
  const heights = rings[0].map(([, lat]) => lat);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  let best = { at: rings[0][0], width: 0, worth: -1 };
  for (let line = 1; line <= LINES; line += 1) {
    const share = line / (LINES + 1);
    const lat = low + (high - low) * share;
    const { lon, width } = widest(rings, lat);
    const worth = width * (1 - Math.abs(share - 0.5));
    if (worth > best.worth) best = { at: [lon, lat], width, worth };
  }
  return { at: best.at, width: best.width };
}

/** The widest stretch of a parallel inside the rings. */
function widest(rings, lat) {
  const cuts = rings.flatMap((ring) => crossings(ring, lat)).sort((one, other) => one - other);
  let [lon, width] = [cuts[0], -1];
  for (let cut = 0; cut + 1 < cuts.length; cut += 2) {
    if (cuts[cut + 1] - cuts[cut] > width) [lon, width] = [(cuts[cut] + cuts[cut + 1]) / 2, cuts[cut + 1] - cuts[cut]];
  }
  return { lon, width };
}

function crossings(ring, lat) {
  const found = [];
  for (let corner = 0; corner + 1 < ring.length; corner += 1) {
    const [[x, y], [x2, y2]] = [ring[corner], ring[corner + 1]];
    if (y > lat !== y2 > lat) found.push(x + ((lat - y) / (y2 - y)) * (x2 - x));
  }
  return found;
}

function area(ring) {
  let twice = 0;
  for (let corner = 0; corner + 1 < ring.length; corner += 1) twice += ring[corner][0] * ring[corner + 1][1] - ring[corner + 1][0] * ring[corner][1];
  return Math.abs(twice) / 2;
}
