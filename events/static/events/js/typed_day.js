/** The day that somebody typed in a box that also takes names: in figures of either kind, or with its month in words. Pure. */

import { isDay, parseDay } from "./dates.js";
import { folded } from "./words.js";

const BESIDE = ["on", "of", "the", "day", "st", "nd", "rd", "th", "في", "من", "يوم", "عام", "سنه"];
let named = null; // names are made when first asked for

/** The day as "2016-12-07"; null when the text names none, or says more than a day. */
export function typedDay(text) {
  return parseDay(text) ?? dayInWords(plain(text));
}

function plain(text) {
  const digits = text.replace(/[٠-٩]/g, (digit) => "٠١٢٣٤٥٦٧٨٩".indexOf(digit));
  return folded(digits).replace(/[,،./]/g, " ").replace(/(\d)([^\d\s])/g, "$1 $2").replace(/\s+/g, " ").trim();
}

function dayInWords(text) {
  const { months, weekdays } = (named ??= names());
  const month = months.find(([name]) => ` ${text} `.includes(` ${name} `));
  if (!month) return null;
  const rest = ` ${text} `.replace(` ${month[0]} `, " ").trim().split(" ");
  const figures = rest.filter((word) => /^\d+$/.test(word));
  const others = rest.filter((word) => !/^\d+$/.test(word) && !weekdays.has(word) && !BESIDE.includes(word));
  const [year, day] = [figures.find((figure) => figure.length === 4), figures.find((figure) => figure.length < 3)];
  if (others.length || figures.length !== 2 || !year || !day) return null;
  const found = `${year}-${String(month[1]).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(found) ? found : null;
}

/** Month and weekday names as readers of English, and of Arabic in the Levant and beside it, write them; long ones first. */
function names() {
  const found = { months: [], weekdays: new Set() };
  for (const locale of ["en-GB", "en-US", "ar-SY", "ar-EG"]) {
    for (const style of ["long", "short"]) {
      const month = new Intl.DateTimeFormat(locale, { month: style, timeZone: "UTC" });
      const weekday = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: "UTC" });
      for (let number = 0; number < 12; number += 1) found.months.push([plain(month.format(Date.UTC(2016, number, 15))), number + 1]);
      for (let number = 0; number < 7; number += 1) found.weekdays.add(plain(weekday.format(Date.UTC(2016, 11, number + 1))));
    }
  }
  found.months.sort(([one], [other]) => other.length - one.length);
  return found;
}
