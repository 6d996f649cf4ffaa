/** The colours of the style sheet, for what is drawn on canvas; another theme is told to whoever draws. */

const sheet = getComputedStyle(document.documentElement);

/** The colour of this name, such as `paper` for `--paper`, as the theme has it now. */
export function colour(name) {
  return sheet.getPropertyValue(`--${name}`).trim();
}

/** Call back when the reader's system changes between light and dark. */
export function onTheme(changed) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}
