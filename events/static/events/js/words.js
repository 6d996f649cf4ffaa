/** Sentences from the strings of the page, with their plural forms and digits. Pure. */

import { localeOf } from "./dates.js";

/** A function that gives the sentence of a key, its %(name)s filled; a number `n` chooses the plural form. */
export function speaker(strings, language) {
  const plural = new Intl.PluralRules(localeOf(language));
  const digits = new Intl.NumberFormat(localeOf(language));
  return (key, values = {}) => {
    const found = strings[key] ?? key;
    const text = typeof found === "string" ? found : found[plural.select(values.n)] ?? found.other;
    return text.replace(/%\((\w+)\)s/g, (_, name) => {
      const value = values[name];
      return typeof value === "number" ? digits.format(value) : value ?? "";
    });
  };
}

/** The text as it is compared in search: no case, no vowel signs, one form of alef, of ya and of ta marbuta. */
export function folded(text) {
  return text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640'’ʿʾ]/g, "")
    .replace(/[آأإٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه").replace(/ؤ/g, "و").replace(/ئ/g, "ي").replace(/-/g, " ");
}

/** The places whose name in either script holds the text, those that begin with it first. */
export function matching(places, text, most = 8) {
  const wanted = folded(text).trim();
  if (!wanted) return [];
  const rank = ({ names }) => Math.min(...names.map((name) => (name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : 2)));
  return places.map((place) => ({ place, rank: rank(place) })).filter((found) => found.rank < 2)
    .sort((a, b) => a.rank - b.rank || a.place.names[0].length - b.place.names[0].length).slice(0, most).map((found) => found.place);
}
