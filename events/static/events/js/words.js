/** Sentences from the strings of the page, with their plural forms and digits. Pure. */

import { localeOf } from "./dates.js";

/** A function that gives the sentence of a key, its %(name)s filled; a number `n` chooses the plural form. */
export function speaker(strings, language) {
  let [plural, digits] = [null, null]; // made when first asked for: they take longer than a first sentence may wait
  return (key, values = {}) => {
    const found = strings[key] ?? key;
    const text = typeof found === "string" ? found : found[(plural ??= new Intl.PluralRules(localeOf(language))).select(values.n)] ?? found.other;
    return text.replace(/%\((\w+)\)s/g, (_, name) => {
      const value = values[name];
      return typeof value === "number" ? (digits ??= new Intl.NumberFormat(localeOf(language))).format(value) : value ?? "";
    });
  };
}

/** The text as it is compared in search: no case, no vowel signs, one form of alef, of ya and of ta marbuta. */
export function folded(text) {
  return text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640'’ʿʾ]/g, "")
    .replace(/[آأإٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه").replace(/ؤ/g, "و").replace(/ئ/g, "ي").replace(/-/g, " ");
}
