/** What words are to claims, as the page writes it: "12:place 13:actor". Pure. */

/** The ids in a list of ids. */
export function idsIn(written) {
  return (written ?? "").split(" ").filter(Boolean);
}

/** The first role that the words play in this claim, or null. */
export function roleIn(written, id) {
  const found = idsIn(written).find((one) => one.startsWith(`${id}:`));
  return found ? found.slice(id.length + 1) : null;
}

/** The labels of neighbouring words: a role that goes on from the words just before is not said again. */
export function labelsOf(words) {
  return words.map(({ role, label, follows }, at) => (role && !(follows && words[at - 1]?.role === role) ? label : null));
}
