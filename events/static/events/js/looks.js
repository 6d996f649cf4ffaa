/** Which of the map's looks a state has. Pure. */

const SIDES = ["government", "opposition", "kurdish", "isil"];

/** The name of the pattern that fills a place in this state; null for bare paper. */
export function lookOf(state, sideOf) {
  if (!state) return null;
  const holder = sideOf(state.holder);
  const challenger = sideOf(state.challenger);
  if (state.status === "contested" || state.status === "shared") {
    const [one, other] = [holder, challenger].filter(Boolean).sort(bySide);
    if (!one) return "unknown";
    return `${state.status}-${one}-${other ?? "paper"}`;
  }
  if (state.status === "unknown" || !holder) return "unknown";
  return `${state.status}-${holder}`;
}

/** Every pair of sides in the order in which a pattern names them, and each side beside bare paper. */
export function pairs() {
  const two = SIDES.flatMap((one, number) => SIDES.slice(number + 1).map((other) => [one, other]));
  return [...two, ...SIDES.map((side) => [side, "paper"])];
}

export { SIDES };

function bySide(one, other) {
  return SIDES.indexOf(one) - SIDES.indexOf(other);
}
