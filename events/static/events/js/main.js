/** The map page: what the address says, the timeline, and the parts that show it. */

import { read, write } from "./address.js";
import { drawContext } from "./context.js";
import { clampDay, dayInWords, dayOf, endOfDay } from "./dates.js";
import { Dock, daysFrom } from "./dock.js";
import { given } from "./dom.js";
import { Labels } from "./labels.js";
import { PlaceLayer } from "./layer.js";
import { drawLegend } from "./legend.js";
import { linesOf } from "./lines.js";
import { lookOf } from "./looks.js";
import { endsOfAll } from "./midnights.js";
import { dayView, failure, heading, placeView } from "./panel.js";
import { drawPatterns } from "./patterns.js";
import { search } from "./search.js";
import { keepView } from "./times.js";
import { census, changesBetween, changesByDay, decode, lastProof, lookAt, rowAt, statesAt } from "./timeline.js";
import { speaker } from "./words.js";

const config = given("map-config");
const strings = given("map-strings");
const say = speaker(strings, config.language);
const element = (id) => document.getElementById(id);
const actors = new Map([...document.querySelectorAll("[data-actor]")].map(({ dataset }) => [dataset.actor, { side: dataset.side, name: dataset.name }]));
const sideOf = (actor) => (actor ? actors.get(actor)?.side ?? null : null);
const nameOf = (names) => names[`name_${config.language}`] || names.name_en || names.name_ar;

/* global L */

class Page {
  constructor(map, body, city) {
    this.map = map;
    this.fit(city, body.shapes.features); // before anything is drawn, so that nothing is drawn twice
    this.features = new Map(body.shapes.features.map((feature) => [feature.id, feature]));
    this.timeline = decode(body);
    this.span = [body.first, body.last];
    const days = daysFrom(body.first, body.last);
    const counts = changesByDay(this.timeline, endsOfAll(body.first, body.last));
    this.states = null;
    this.place = null;
    this.day = clampDay(read(location.search).on ?? config.opens_on, body.first, body.last);
    this.dock = new Dock(element("dock"), { first: body.first, days, counts, say, language: config.language, asked: (day) => this.goTo(day) });
    this.build(body.shapes.features);
  }

  build(features) {
    drawPatterns(element("patterns"));
    const opened = (slug) => this.open(slug);
    const [label, { language }] = [say("neighbourhoods"), config];
    this.layer = new PlaceLayer(this.map, features, { sideOf, nameOf, said: (slug) => this.said(slug), opened, label, language });
    this.lines = linesOf(this.map, features, { sideOf, layers: this.layer.layers });
    requestAnimationFrame(() => setTimeout(() => new Labels(this.map, this.layer, { language }))); // colours come first
    this.drawn = features.filter(({ geometry }) => geometry && geometry.type !== "Point").map(({ id }) => id);
    this.writeCounts = drawLegend(element("legend"), (n) => say("number", { n }), { paler: paler(this.timeline.staleDays) });
    search(element("search"), features, { nameOf, opened, say });
    window.addEventListener("popstate", () => this.follow());
    for (const leaving of ["click", "submit"]) document.addEventListener(leaving, () => this.writing && this.writeAddress(), true); // links keep the view
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.place && this.close());
  }

  fit(city, features) {
    if (isNarrow()) element("legend").open = false;
    const bounds = city?.isValid() ? city : L.latLngBounds(features.map(({ properties: { position: [lon, lat] } }) => [lat, lon]));
    this.map.options.zoomSnap = 0.25; // so that the city fills the frame
    if (bounds.isValid()) this.map.fitBounds(bounds, { ...besideLegend(), animate: false });
  }

  start() {
    this.show(this.day);
    const { place } = read(location.search);
    this.keepView();
    if (place && this.features.has(place)) this.open(place, { remember: false });
    else this.showDay();
  }

  stateOf(slug, states = this.states) {
    const place = this.timeline.index.get(slug);
    return place === undefined || states === null || states[place] < 0 ? null : this.timeline.states[states[place]];
  }

  /** The places whose state or age differs from what the map shows; at first, all. */
  toRepaint(states, ages) {
    if (!this.states) return Array.from(states.keys());
    return [...new Set([...changesBetween(this.states, states), ...changesBetween(this.ages, ages)])];
  }

  /** The state of the place with its age, as it is painted. */
  lookedAt(slug) {
    const state = this.stateOf(slug);
    return state && { ...state, age: this.ages[this.timeline.index.get(slug)] };
  }

  said(slug) {
    const [words, place] = [stateInWords(this.stateOf(slug)), this.timeline.index.get(slug)];
    if (!this.ages?.[place]) return words;
    const proof = lastProof(this.timeline, rowAt(this.timeline, place, endOfDay(this.day)), endOfDay(this.day));
    return say("last_proof", { words, day: dayInWords(dayOf(proof), config.language, "medium") });
  }

  /** Show the day on the map, in the dock, the legend and the panel. */
  show(day) {
    const { states, ages } = lookAt(this.timeline, endOfDay(day));
    const changed = this.toRepaint(states, ages).map((place) => this.timeline.places[place]);
    Object.assign(this, { states, ages, day });
    this.layer.paint(changed.map((slug) => [slug, this.lookedAt(slug)]));
    this.lines.update(changed, (slug) => this.stateOf(slug));
    this.writeCounts(census(this.timeline, states, this.drawn), sideOf);
    this.dock.show(day);
    this.announce();
  }

  goTo(day) {
    this.show(day);
    clearTimeout(this.writing);
    this.writing = setTimeout(() => this.writeAddress(), 60); // not in each step: browsers take long, and refuse many
    clearTimeout(this.later);
    this.later = setTimeout(() => (this.place ? this.explain() : this.showDay()), this.dock.timer ? 350 : 60);
  }

  writeAddress() {
    clearTimeout(this.writing);
    this.writing = null;
    history.replaceState(null, "", write(location.search, { on: this.day, place: this.place }));
    this.keepView();
  }

  /** Let links and forms that lead to another view of the record keep the day and the place. */
  keepView() {
    keepView({ on: this.day, place: this.place });
  }

  changesOfDay() {
    const before = statesAt(this.timeline, endOfDay(this.day) - 86_400_000);
    return changesBetween(before, this.states).map((place) => this.change(this.timeline.places[place], before));
  }

  change(slug, before) {
    const [earlier, now] = [this.stateOf(slug, before), this.stateOf(slug)];
    const look = (state) => lookOf(state, sideOf) ?? "none";
    return { slug, name: nameOf(this.features.get(slug)?.properties ?? { name_en: slug }), before: look(earlier), after: look(now), words: stateInWords(now) };
  }

  announce() {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => {
      const changes = this.changesOfDay();
      const named = changes.slice(0, 4).map(({ name, words }) => `${name}: ${words}`).join("; ");
      element("live").textContent = `${dayInWords(this.day, config.language)}. ${say("changes", { n: changes.length })}. ${named}`;
    }, 600);
  }

  showDay() {
    element("panel").classList.remove("open");
    element("panel").replaceChildren(...dayView(this.changesOfDay(), { say, opened: (slug) => this.open(slug) }));
  }

  /** Open the place in the panel; the address keeps it, so that "back" closes it again. */
  open(slug, { remember = true } = {}) {
    const isNew = slug !== this.place;
    this.place = slug;
    if (remember && isNew) history.pushState(null, "", write(location.search, { on: this.day, place: slug }));
    this.keepView();
    this.layer.select(slug);
    this.layer.show(slug);
    this.explain({ focus: true });
  }

  close() {
    const slug = this.place;
    this.place = null;
    history.pushState(null, "", write(location.search, { on: this.day, place: null }));
    this.keepView();
    this.layer.select(null);
    this.showDay();
    this.layer.focus(slug);
  }

  follow() {
    const { on, place } = read(location.search);
    this.show(clampDay(on ?? config.opens_on, ...this.span));
    this.place = this.features.has(place) ? place : null;
    this.layer.select(this.place);
    this.keepView();
    if (this.place) this.explain();
    else this.showDay();
  }

  async explain({ focus = false } = {}) {
    const [slug, day, panel] = [this.place, this.day, element("panel")];
    const names = this.features.get(slug).properties;
    const head = heading(names, { language: config.language, say, closed: () => this.close() });
    panel.classList.add("open");
    if (focus) panel.replaceChildren(head);
    panel.setAttribute("aria-busy", "true");
    const view = await this.ask(slug, day);
    if (slug !== this.place || day !== this.day) return;
    panel.setAttribute("aria-busy", "false");
    panel.replaceChildren(head, ...view.filter(Boolean));
    if (focus) head.querySelector("h2").focus({ preventScroll: true });
  }

  async ask(slug, day) {
    try {
      const answer = await fetch(`${config.place_api.replace("SLUG", slug)}?on=${day}&lang=${config.language}${config.as_of}`);
      if (!answer.ok) throw new Error(`${answer.status}`);
      return placeView(await answer.json(), this.context(day));
    } catch {
      return [failure(say, () => this.explain())];
    }
  }

  context(day) {
    const [first, last] = this.span;
    return {
      say, sideOf, day, first, last, language: config.language, rightToLeft: config.language === "ar", now: endOfDay(day),
      span: [endOfDay(first) - 86_400_000, endOfDay(last)], methodUrl: element("panel").dataset.method,
      pageOf: (slug, on) => `${config.place_page.replace("SLUG", slug)}?on=${on}${config.as_of}`, goTo: (wanted) => this.goTo(wanted),
    };
  }
}

function isNarrow() {
  return matchMedia("(max-width: 60rem)").matches;
}

/** The city stands beside the legend where there is room for both. */
function besideLegend() {
  const [legend, frame] = [element("legend").getBoundingClientRect(), element("map").getBoundingClientRect()];
  if (!element("legend").open || frame.width < 800) return { padding: [4, 4] };
  const isRight = legend.left - frame.left > frame.width / 2;
  return isRight ? { paddingTopLeft: [4, 4], paddingBottomRight: [legend.width, 4] } : { paddingTopLeft: [legend.width, 4], paddingBottomRight: [4, 4] };
}

function paler(days) {
  return days ? say("paler", { n: days }) : "";
}

function stateInWords(state) {
  if (!state) return say("state_none");
  const holder = actors.get(state.holder)?.name ?? state.holder;
  const challenger = actors.get(state.challenger)?.name ?? state.challenger;
  if (state.status === "contested" && !(holder && challenger)) return say("state_contested_alone");
  return say(`state_${state.status}`, { holder: holder ?? "", challenger: challenger ?? "" });
}

async function load(map, context) {
  try {
    const answer = await fetch(config.timeline_url);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const body = await answer.json();
    element("map-message").hidden = true;
    if (!body.places.length) return tell(say(config.as_of ? "no_record_then" : "no_record"));
    const page = new Page(map, body, await context);
    page.start();
    element("map-page").dataset.ready = "true";
    return page;
  } catch (error) {
    console.error(error);
    element("map-message").hidden = false;
    return element("map-message").replaceChildren(failure(say, () => load(map, context)));
  }
}

function tell(text) {
  element("map-message").hidden = false;
  element("map-message").textContent = text;
}

window.addEventListener("map:init", ({ detail: { map } }) => {
  const context = fetch(element("map-page").dataset.context).then((answer) => answer.json());
  if (config.timeline_url) load(map, context.then((found) => drawContext(map, found)).catch(() => null));
});
