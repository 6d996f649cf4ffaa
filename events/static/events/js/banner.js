/** The line that says which time is asked: kept true while the handle of what was known moves. */

/** Say that the evidence known by the day alone counts; `words` is null when all does. */
export function tellKnown(banner, words) {
  const part = (name) => banner.querySelector(`[data-banner="${name}"]`);
  part("known").textContent = words ?? "";
  part("known-rest").hidden = words === null;
  banner.hidden = words === null && banner.dataset.tells === "known";
}
