/** The borders between places, from the edges that their shapes share, and what is drawn along them. Pure. */

/** Features of a coverage → borders: `{ between: [slug, slug or null], lines: [[[lon, lat], …], …] }`; null: nobody. */
export function bordersOf(features) {
  const borders = new Map();
  for (const [between, edge] of paired(features)) {
    const key = between.join(" ");
    if (!borders.has(key)) borders.set(key, { between, edges: [] });
    borders.get(key).edges.push(edge);
  }
  return [...borders.values()].map(({ between, edges }) => ({ between, lines: chained(edges) }));
}

/** Each edge once, in the order of the ring that has it first, with the places on both sides. */
function paired(features) {
  const found = new Map();
  for (const { id, geometry } of features) {
    for (const edge of edgesOf(geometry)) {
      const key = keyOf(...edge);
      const known = found.get(key);
      if (known) known[0][1] = id;
      else found.set(key, [[id, null], edge]);
    }
  }
  return found.values();
}

/** Whether these two states meet at a front: each assessed, held by different sides. */
export function isFront(one, other, sideOf) {
  if (one?.status !== "assessed" || other?.status !== "assessed") return false;
  const [ours, theirs] = [sideOf(one.holder), sideOf(other.holder)];
  return Boolean(ours && theirs) && ours !== theirs;
}

/** Whether the siege of `one` ends at its border with `other`: places besieged together have one ring. */
export function isRim(one, other) {
  if (!one?.besieged || !other?.besieged) return Boolean(one?.besieged);
  const isSure = [one, other].every(({ status }) => status === "assessed" || status === "claimed");
  return isSure && one.holder !== other.holder;
}

export const [NOTHING, FRONT, RIM_OF_ONE, RIM_OF_OTHER] = [0, 1, 2, 4];
export const KINDS = [FRONT, RIM_OF_ONE, RIM_OF_OTHER];

/** What is drawn along the border of two states: the sum of its kinds, quick to compare. */
export function drawnAlong(one, other, sideOf) {
  return (isFront(one, other, sideOf) ? FRONT : NOTHING) + (isRim(one, other) ? RIM_OF_ONE : NOTHING) + (isRim(other, one) ? RIM_OF_OTHER : NOTHING);
}

function* edgesOf(geometry) {
  const parts = geometry?.type === "Polygon" ? [geometry.coordinates] : geometry?.type === "MultiPolygon" ? geometry.coordinates : [];
  for (const ring of parts.flat()) {
    for (let corner = 0; corner + 1 < ring.length; corner += 1) yield [ring[corner], ring[corner + 1]];
  }
}

function keyOf(from, to) {
  const swap = from[0] > to[0] || (from[0] === to[0] && from[1] > to[1]);
  const [[a, b], [c, d]] = swap ? [to, from] : [from, to];
  return `${a},${b},${c},${d}`;
}

/** Edges in the order of a ring, joined to lines wherever one begins where the last one ended. */
function chained(edges) {
  const lines = [];
  for (const [from, to] of edges) {
    const line = lines.at(-1);
    if (line && isSame(line.at(-1), from)) line.push(to);
    else lines.push([from, to]);
  }
  if (lines.length > 1 && isSame(lines.at(-1).at(-1), lines[0][0])) lines[0] = [...lines.pop(), ...lines[0].slice(1)];
  return lines;
}

function isSame(one, other) {
  return one[0] === other[0] && one[1] === other[1];
}
