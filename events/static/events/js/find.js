/** The box at the head of every page: places, reports and days, in either script, by keyboard first.
 *
 *  What is chosen is told as an event, `find:place` or `find:day`, which a page that can show it there may take;
 *  otherwise its address is opened.
 */

import { dayInWords } from "./dates.js";
import { h } from "./dom.js";
import { typedDay } from "./typed_day.js";

const RECORD = ["known", "revision", "sources"]; // the times of the record, as an address names them
const PAUSE = 160; // milliseconds without a key before the server is asked
const form = document.getElementById("search");
if (form) begin(form);

function begin(box) {
  const [field, list] = [box.querySelector("input"), box.querySelector("ul")];
  const state = { field, list, told: box.querySelector("[role=status]"), words: box.dataset, asked: "", waiting: null };
  field.addEventListener("input", () => {
    clearTimeout(state.waiting);
    state.waiting = setTimeout(() => look(state), PAUSE);
  });
  box.addEventListener("submit", async (event) => {
    event.preventDefault();
    await look(state);
    list.querySelector("a")?.click();
  });
  list.addEventListener("click", (event) => choose(event, state));
  box.addEventListener("keydown", (event) => move(event, state));
  box.addEventListener("focusout", ({ relatedTarget }) => relatedTarget && !box.contains(relatedTarget) && show(state, []));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    field.focus();
  });
  if (document.activeElement === field) look(state); // whoever typed before this script had come
}

/** Show what the present text finds; an answer that another text has overtaken is dropped. */
async function look(state) {
  clearTimeout(state.waiting);
  const text = state.field.value.trim();
  if (text === state.asked && state.list.childElementCount) return;
  state.asked = text;
  const day = typedDay(text);
  if (text.length < 2) return show(state, []);
  if (day) return show(state, [dayRow(day, state)]);
  state.list.setAttribute("aria-busy", "true");
  const rows = await ask(text, state);
  if (text !== state.asked) return;
  state.list.removeAttribute("aria-busy");
  show(state, rows);
}

async function ask(text, { words }) {
  try {
    const answer = await fetch(`${words.api}?${new URLSearchParams({ q: text, lang: words.language })}`);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const { places, reports } = await answer.json();
    const rows = [...group(words.places, places.map((place) => placeRow(place, words))), ...group(words.reports, reports.map((report) => reportRow(report, words)))];
    return rows.length ? rows : [note(words.none)];
  } catch {
    return [note(words.failed)];
  }
}

function show({ list, told, words }, rows) {
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
  return row({ href: kept(place.url, ["on", "at", ...RECORD]), "data-place": place.slug }, h("bdi", {}, own), h("bdi", { class: "quiet" }, other === own ? place.kind_name : other));
}

function reportRow(report, words) {
  const when = [report.publisher, report.published && dayInWords(report.published, words.language, "short")].filter(Boolean);
  return row({ href: report.url }, h("span", { dir: "auto", lang: report.language || null }, report.title),
    h("span", { class: "quiet" }, ...when.flatMap((part, number) => [number ? words.between : "", h("bdi", {}, part)])), report.excerpt && h("span", { class: "excerpt", dir: "auto", lang: report.language || null }, report.excerpt));
}

function row(attributes, ...parts) {
  return h("li", {}, h("a", attributes, ...parts.filter(Boolean)));
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
  state.field.value = state.asked = "";
  show(state, []);
}

function move(event, { field, list }) {
  const stops = [field, ...list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  if (event.key === "Escape" && list.childElementCount) {
    event.stopPropagation();
    list.replaceChildren();
    field.focus();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || here < 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(here + step, 0), stops.length - 1)].focus();
}
