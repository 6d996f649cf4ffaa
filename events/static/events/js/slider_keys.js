/** The keys of a slider: how far each one moves it, with the reading direction. Pure. */

/** The steps that the key asks for; infinite for an end; null when it is no key of a slider. */
export function stepsOf(key, { rightToLeft, page = 30 }) {
  const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
  if (key === forward || key === "ArrowUp") return 1;
  if (key === "ArrowLeft" || key === "ArrowRight" || key === "ArrowDown") return -1;
  return { PageUp: page, PageDown: -page, Home: -Infinity, End: Infinity }[key] ?? null;
}

/** The position on a line of so many steps at the distance along it, from its start in reading direction. */
export function positionAt(x, { left, width }, { from, to, rightToLeft }) {
  const part = width > 0 ? Math.min(Math.max((x - left) / width, 0), 1) : 0;
  return Math.round(from + (rightToLeft ? 1 - part : part) * (to - from));
}
