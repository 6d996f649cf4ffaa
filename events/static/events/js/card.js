/** Where a card stands beside what it belongs to. Pure. */

const GAP = 10;
const EDGE = 12;

/** Left, top and greatest height of a card: under its sentence, else above it, else where there is more room. */
export function placed(sentence, number, card, view) {
  const middle = (number.left + number.right) / 2 - card.width / 2;
  const left = Math.max(EDGE, Math.min(middle, view.width - card.width - EDGE));
  const below = view.height - EDGE - (sentence.bottom + GAP);
  const above = sentence.top - GAP - EDGE;
  if (card.height <= below || below >= above) return { left, top: sentence.bottom + GAP, height: Math.max(0, below) };
  return { left, top: Math.max(EDGE, sentence.top - GAP - card.height), height: Math.max(0, above) };
}
