/** Days as "2016-12-07" strings, and the moments at which they end in Damascus. Pure. */

const ZONE = "Asia/Damascus";
const DAY_MS = 86_400_000;
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
});

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
  const midnight = Date.parse(`${addDays(day, 1)}T00:00:00Z`);
  let moment = midnight - offsetAt(midnight);
  moment = midnight - offsetAt(moment);
  return moment;
}

/** The hour of the moment on a clock in Damascus. */
export function hourOf(moment) {
  return Number(clock.formatToParts(new Date(moment)).find(({ type }) => type === "hour").value);
}

function offsetAt(moment) {
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute) - Math.floor(moment / 60_000) * 60_000;
}

const WEEK = 7; // the clock is never put forward and back within one

/** The ends of all days from the first to the last, in order; days are asked one by one only in a week that changes the clock. */
export function endsOfDays(first, last) {
  const ends = [];
  for (let days = daysBetween(first, last) + 1; ends.length < days;) {
    const [from, number] = [endOfDay(addDays(first, ends.length)), Math.min(WEEK, days - ends.length)];
    const isEven = endOfDay(addDays(first, ends.length + number - 1)) === from + (number - 1) * DAY_MS;
    const start = ends.length;
    for (let day = 0; day < number; day += 1) ends.push(isEven ? from + day * DAY_MS : endOfDay(addDays(first, start + day)));
  }
  return ends;
}

/** The locale whose month names and digits a reader of the language knows. */
export function localeOf(language) {
  return language === "ar" ? "ar-SY" : "en-GB";
}

/** The day in words: "Wednesday, 7 December 2016", "الأربعاء، ٧ كانون الأول ٢٠١٦". */
export function dayInWords(day, language, style = "full") {
  const shape = style === "full"
    ? { weekday: "long", day: "numeric", month: "long", year: "numeric" }
    : { day: "numeric", month: style === "short" ? "short" : "long", year: "numeric" };
  return formatOf(language, shape).format(new Date(`${day}T12:00:00Z`));
}

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
  const part = Object.fromEntries(clock.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}`;
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
