/** The colours of the style sheet, for what is drawn on canvas; another theme is told to whoever draws. */

const sheet = getComputedStyle(document.documentElement);
const dark = matchMedia("(prefers-color-scheme: dark)");
const known = new Map(); // asking the style sheet makes the browser work out all that has changed on the page
dark.addEventListener("change", () => known.clear());

/** The colour of this name, such as `paper` for `--paper`, as the theme has it now. */
export function colour(name) {
  if (!known.has(name)) known.set(name, sheet.getPropertyValue(`--${name}`).trim());
  return known.get(name);
}

/** Call back when the reader's system changes between light and dark. */
export function onTheme(changed) {
  dark.addEventListener("change", changed);
}
