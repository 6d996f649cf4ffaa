/** The box at the head of every page: places, reports and days, in either script, by keyboard first.
 *
 *  What is chosen is told as an event, `find:place` or `find:day`, which a page that can show it there may take;
 *  otherwise its address is opened.
 */

import { dayInWords } from "./dates.js";
import { h } from "./dom.js";
import { areOn } from "./single_keys.js";
import { typedDay } from "./typed_day.js";

const RECORD = ["known", "revision", "sources"]; // the times of the record, as an address names them
const PAUSE = 160; // milliseconds without a key before the server is asked
const form = document.getElementById("search");
if (form) begin(form);

function begin(box) {
  const [field, list] = [box.querySelector("input"), box.querySelector("ul")];
  const state = { field, list, told: box.querySelector("[role=status]"), words: box.dataset, asked: null, shown: null, waiting: null };
  field.addEventListener("input", () => {
    clearTimeout(state.waiting);
    state.waiting = setTimeout(() => look(state), PAUSE);
  });
  box.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await look(state)) list.querySelector("a")?.click();
  });
  list.addEventListener("click", (event) => choose(event, state));
  box.addEventListener("keydown", (event) => move(event, state));
  box.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !box.contains(relatedTarget) && close(state));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !areOn() || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    field.focus();
  });
  if (document.activeElement === field) look(state); // whoever typed before this script had come
}

/** Show what the present text finds; told is whether the list shows that now. */
function look(state) {
  clearTimeout(state.waiting);
  const text = state.field.value.trim();
  if (text !== state.asked) Object.assign(state, { asked: text, shown: answer(text, state) });
  return state.shown;
}

/** An answer that another text or the reader's leaving has overtaken is dropped; one that failed is asked for again. */
async function answer(text, state) {
  const rows = await find(text, state);
  if (text !== state.asked) return false;
  if (!rows) state.asked = null;
  show(state, rows ?? [note(state.words.failed)]);
  return true;
}

function find(text, state) {
  const day = typedDay(text);
  if (text.length < 2) return [];
  if (day) return [dayRow(day, state)];
  state.list.setAttribute("aria-busy", "true");
  return ask(text, state);
}

async function ask(text, { words }) {
  try {
    const answer = await fetch(`${words.api}?${new URLSearchParams({ q: text, lang: words.language })}`);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const { places, reports } = await answer.json();
    const rows = [...group(words.places, places.map((place) => placeRow(place, words))), ...group(words.reports, reports.map((report) => reportRow(report, words)))];
    return rows.length ? rows : [note(words.none)];
  } catch {
    return null;
  }
}

function close(state) {
  clearTimeout(state.waiting);
  state.asked = null;
  show(state, []);
}

function show({ list, told, words }, rows) {
  list.removeAttribute("aria-busy");
  list.replaceChildren(...rows);
  const number = list.querySelectorAll("a").length;
  const digits = new Intl.NumberFormat(words.language === "ar" ? "ar-SY" : "en-GB");
  told.textContent = number ? words.found.replace("0", digits.format(number)) : rows.map((row) => row.textContent).join(" ");
}

function group(title, rows) {
  return rows.length ? [h("li", { class: "group" }, title), ...rows] : [];
}

function note(text) {
  return h("li", { class: "quiet" }, text);
}

function dayRow(day, { words }) {
  return row({ href: kept(words.map, RECORD, { on: day }), "data-day": day }, h("bdi", {}, dayInWords(day, words.language)), h("span", { class: "quiet" }, words.day));
}

function placeRow(place, words) {
  const [own, other] = words.language === "ar" ? [place.name_ar, place.name_en] : [place.name_en, place.name_ar];
  return row({ href: kept(place.url, ...dayOfThePage()), "data-place": place.slug }, h("bdi", {}, own), h("bdi", { class: "quiet" }, other === own ? place.kind_name : other));
}

function reportRow(report, words) {
  const when = [report.publisher, report.published && dayInWords(report.published, words.language, "short")].filter(Boolean);
  return row({ href: report.url }, h("span", { dir: "auto", lang: report.language || null }, report.title),
    h("span", { class: "quiet" }, ...when.flatMap((part, number) => [number ? words.between : "", h("bdi", {}, part)])), report.excerpt && h("span", { class: "excerpt", dir: "auto", lang: report.language || null }, report.excerpt));
}

function row(attributes, ...parts) {
  return h("li", {}, h("a", attributes, ...parts.filter(Boolean)));
}

/** What of its day a page hands on: what the address names, or the day that the page says it shows. */
function dayOfThePage() {
  const shown = document.querySelector("[data-shows-day]");
  return shown ? [RECORD, { on: shown.dataset.showsDay }] : [["on", "at", ...RECORD]];
}

/** The address with what of these the present page is asked for, and with the values. */
function kept(path, names, values = {}) {
  const query = new URLSearchParams(values);
  for (const name of names) {
    const value = new URLSearchParams(location.search).get(name);
    if (value) query.set(name, value);
  }
  return query.size ? `${path}?${query}` : path;
}

function choose(event, state) {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey) return;
  const { day, place } = link.dataset;
  const isTaken = (name, detail) => detail && !document.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));
  if (!isTaken("find:day", day) && !isTaken("find:place", place)) return;
  event.preventDefault();
  state.field.value = "";
  close(state);
}

function move(event, state) {
  const { field, list } = state;
  const stops = [field, ...list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  if (event.key === "Escape" && (field.value || list.childElementCount)) {
    event.stopPropagation(); // also before the list has come: the place that is open stays so
    close(state);
    field.focus();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || here < 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(here + step, 0), stops.length - 1)].focus();
}
