/** Days as "2016-12-07" strings, and the moments at which they end in Damascus. Pure. */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

// Midnights in Damascus at which its clocks were put forward and back, by turns, since 2011 (tz database, Asia/Damascus).
// Asking the browser's own calendar takes longer than painting the map.
const CHANGES = [
  "2011-04-01", "2011-10-28", "2012-03-30", "2012-10-26", "2013-03-29", "2013-10-25", "2014-03-28", "2014-10-31",
  "2015-03-27", "2015-10-30", "2016-03-25", "2016-10-28", "2017-03-31", "2017-10-27", "2018-03-30", "2018-10-26",
  "2019-03-29", "2019-10-25", "2020-03-27", "2020-10-30", "2021-03-26", "2021-10-29", "2022-03-25",
].map((day, number) => Date.parse(`${day}T00:00:00+0${2 + (number % 2)}:00`));

/** Whether the text names a day that exists. */
export function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? "")) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** The day so many days later. */
export function addDays(day, number) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + number * DAY_MS).toISOString().slice(0, 10);
}

/** How many days lie between two days; 1 from one day to the next. */
export function daysBetween(first, last) {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / DAY_MS);
}

/** The day itself, or the nearest one inside the range. */
export function clampDay(day, first, last) {
  if (day < first) return first;
  return day > last ? last : day;
}

/** The first moment after the day in Damascus, in milliseconds: the state of a day is what held just before it. */
export function endOfDay(day) {
  return endBefore(Date.parse(`${addDays(day, 1)}T00:00:00Z`));
}

/** The ends of all days from the first to the last, in order. */
export function endsOfDays(first, last) {
  const midnight = Date.parse(`${addDays(first, 1)}T00:00:00Z`);
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, number) => endBefore(midnight + number * DAY_MS));
}

/** The moment at which a clock in Damascus shows what one in Greenwich does at `midnight`; the later one, where it shows it twice. */
function endBefore(midnight) {
  return midnight - offsetAt(midnight - offsetAt(midnight));
}

function offsetAt(moment) {
  const passed = CHANGES.findIndex((change) => change > moment);
  const changes = passed < 0 ? CHANGES.length : passed;
  return (2 + (changes % 2)) * HOUR_MS;
}

/** What a clock in Damascus shows at the moment, as "2016-12-07T14:00:00.000". */
function clockAt(moment) {
  return new Date(moment + offsetAt(moment)).toISOString().slice(0, -1);
}

/** The hour of the moment on a clock in Damascus. */
export function hourOf(moment) {
  return Number(clockAt(moment).slice(11, 13));
}

/** The locale whose month names and digits a reader of the language knows. */
export function localeOf(language) {
  return language === "ar" ? "ar-SY" : "en-GB";
}

/** The day in words: "Wednesday, 7 December 2016", "الأربعاء، ٧ كانون الأول ٢٠١٦". */
export function dayInWords(day, language, style = "full") {
  const key = `${day} ${language} ${style}`;
  if (!told.has(key)) told.set(key, formatOf(language, SHAPES[style]).format(new Date(`${day}T12:00:00Z`)));
  return told.get(key);
}

const told = new Map(); // the words of each day that was asked for, which a hand on the slider passes again and again

const SHAPES = {
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  long: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "short", year: "numeric" },
};

/** The day as a tick of a scale: "7 Dec", "Dec 2016" or "2016". */
export function tickInWords(day, language, shape) {
  const shapes = { day: { day: "numeric", month: "short" }, month: { month: "short", year: "numeric" }, year: { year: "numeric" } };
  return formatOf(language, shapes[shape]).format(new Date(`${day}T12:00:00Z`));
}

/** The hour on a clock: "14:00", "١٤:٠٠". */
export function hourInWords(hour, language) {
  const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return formatOf(language, shape).format(new Date(Date.UTC(2016, 0, 1, hour)));
}

const formats = new Map(); // making one takes longer than a step of the slider may

function formatOf(language, shape) {
  const key = `${language} ${JSON.stringify(shape)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(localeOf(language), { ...shape, timeZone: "UTC" }));
  return formats.get(key);
}

/** The Damascus day of a moment given in ISO form. */
export function dayOf(moment) {
  return clockAt(Number(new Date(moment))).slice(0, 10);
}

/** The day that somebody typed, in either order, with either digits; null when it is none. */
export function parseDay(text) {
  const plain = text.trim().replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15).replace(/[\u200e\u200f\u061c]/g, "");
  const numbers = plain.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3").split(/\s*[-/.\u2010-\u2013،,\s]\s*/);
  if (numbers.length !== 3 || !numbers.every((number) => /^\d{1,4}$/.test(number))) return null;
  const [year, month, day] = numbers[0].length === 4 ? numbers : [numbers[2], numbers[1], numbers[0]];
  const found = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(found) ? found : null;
}
