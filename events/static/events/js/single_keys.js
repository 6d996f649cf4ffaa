/** Whether single keys work outside of fields: the reader's choice, which the browser keeps. */

const KEPT = "single-keys";
let choice = kept();

export function areOn() {
  return choice !== "off";
}

export function turn(isOn) {
  choice = isOn ? "on" : "off";
  try {
    localStorage.setItem(KEPT, choice);
  } catch {
    // then the choice lasts as long as the page
  }
}

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null; // storage is shut; the keys work
  }
}
