/** The map page: what the address says, the timeline, and the parts that show it. */

import { permalink, read, write } from "./address.js";
import { AddressBar } from "./address_bar.js";
import { Calendar } from "./calendar.js";
import { drawContext } from "./context.js";
import { dayInWords, hourInWords } from "./dates.js";
import { Dock } from "./dock.js";
import { given } from "./dom.js";
import { Known } from "./known.js";
import { Labels } from "./labels.js";
import { PlaceLayer } from "./layer.js";
import { drawLegend } from "./legend.js";
import { lookOf } from "./looks.js";
import { dayView, failure, heading, placeView } from "./panel.js";
import { drawPatterns } from "./patterns.js";
import { Scales } from "./scales.js";
import { shareLink } from "./share_link.js";
import { weightsOf } from "./shares.js";
import { Shortcuts } from "./shortcuts.js";
import { keepView } from "./times.js";
import { census, changesBetween, decode, statesAt } from "./timeline.js";
import { speaker } from "./words.js";

const config = given("map-config");
const strings = given("map-strings");
const say = speaker(strings, config.language);
const element = (id) => document.getElementById(id);
const actors = new Map([...document.querySelectorAll("[data-actor]")].map(({ dataset }) => [dataset.actor, { side: dataset.side, name: dataset.name }]));
const sideOf = (actor) => (actor ? actors.get(actor)?.side ?? null : null);
const nameOf = (names) => names[`name_${config.language}`] || names.name_en || names.name_ar;

const isOfRevision = typeof config.revision === "number";

class Page {
  constructor(map, body) {
    const asked = read(location.search);
    this.map = map;
    this.features = new Map(body.shapes.features.map((feature) => [feature.id, feature]));
    this.use(body);
    this.calendar = new Calendar(...spanOf(body));
    this.place = null;
    this.address = new AddressBar(() => this.view());
    this.buildDock(body.shapes.features, isOfRevision ? null : asked.known);
    this.take(asked);
    this.build(body.shapes.features);
  }

  use(body) {
    this.timeline = decode(body);
    this.revision = body.revision;
    this.states = null;
  }

  buildDock(features, day) {
    const shared = { calendar: this.calendar, say, language: config.language };
    this.weighed = weightsOf(features);
    this.dock = new Dock(element("dock"), { ...shared, asked: (when, act) => this.goTo(when, act), windowed: () => this.address.write("window") });
    this.dock.use(this.scales());
    this.dock.part("shares-label").textContent = say(this.weighed.byArea ? "share_by_area" : "share_by_number", { n: this.weighed.weights.size });
    this.dock.part("reset").addEventListener("click", () => this.reset());
    this.dock.part("help").addEventListener("click", () => element("dock-help").showModal());
    this.known = new Known(element("dock"), { ...shared, day, url: config.timeline_url, tell, use: (found, act) => this.useKnown(found, act) });
    if (isOfRevision) this.known.handle.close();
    this.dock.useKnown(day);
    shareLink(this.dock.part("link"), element("dock-link"), { say, link: () => permalink(location.href, this.view(), this.revision) });
    new Shortcuts(element("dock-help"), { rightToLeft: config.language === "ar", acts: this.dock.acts() });
  }

  scales() {
    return new Scales(this.timeline, this.calendar, { weights: this.weighed.weights, sideOf, language: config.language });
  }

  /** Take the day, the hour and the window that the address names. */
  take({ on, at, from, to }) {
    this.day = this.calendar.clamp(on ?? config.opens_on);
    this.at = this.day === on && this.calendar.hasHour(on, at) ? at : null;
    this.dock.useWindow(from, to);
  }

  /** What is shown, as the address says it. */
  view() {
    const view = { on: this.day, at: this.at, place: this.place, ...this.dock.windowOfAddress() };
    return isOfRevision ? view : { ...view, known: this.known.day };
  }

  build(features) {
    drawPatterns(element("patterns"));
    if (matchMedia("(max-width: 60rem)").matches) element("legend").open = false;
    const opened = (slug) => this.open(slug);
    this.layer = new PlaceLayer(this.map, features, { sideOf, nameOf, said: (slug) => this.said(slug), opened });
    this.labels = new Labels(this.map, this.layer);
    this.drawn = features.filter(({ geometry }) => geometry && geometry.type !== "Point").map(({ id }) => id);
    this.writeCounts = drawLegend(element("legend"), (n) => say("number", { n }));
    document.addEventListener("find:place", (event) => this.features.has(event.detail) && (event.preventDefault(), this.open(event.detail)));
    document.addEventListener("find:day", (event) => (event.preventDefault(), this.goTo({ on: this.calendar.clamp(event.detail) }, `on:${event.detail}`)));
    window.addEventListener("popstate", () => this.follow());
    new ResizeObserver(() => this.map.invalidateSize({ animate: false })).observe(element("map"));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.place && !document.querySelector("dialog[open]") && this.close());
  }

  start(city) {
    this.map.invalidateSize({ animate: false }); // the dock and the banner take their height once they are drawn
    const bounds = city?.isValid() ? city : this.layer.bounds();
    this.map.options.zoomSnap = 0.25; // so that the city fills the frame
    if (bounds.isValid()) this.map.fitBounds(bounds, { padding: [4, 4], animate: false });
    this.show(this.day, this.at);
    const { place } = read(location.search);
    keepView(this.view());
    if (place && this.features.has(place)) this.open(place, { remember: false });
    else this.showDay();
  }

  stateOf(slug, states = this.states) {
    const place = this.timeline.index.get(slug);
    return place === undefined || states === null || states[place] < 0 ? null : this.timeline.states[states[place]];
  }

  said(slug) {
    return stateInWords(this.stateOf(slug));
  }

  /** Show the day, or the hour of it, on the map, in the dock, the legend and the panel. */
  show(day, at = null) {
    this.day = day;
    this.at = at;
    const states = statesAt(this.timeline, this.calendar.momentOf(day, at));
    const changed = this.states ? changesBetween(this.states, states).map((place) => this.timeline.places[place]) : [...this.features.keys()];
    this.states = states;
    this.layer.paint(changed.map((slug) => [slug, this.stateOf(slug)]));
    this.writeCounts(census(this.timeline, states, this.drawn), sideOf);
    this.dock.show(day, at);
    this.announce();
  }

  /** Go to a day or an hour; an act that has a name becomes an entry of the browser's history. */
  goTo({ on, at = null }, act = null) {
    if (act) this.address.settle();
    this.show(on, at);
    if (act) this.address.write(act);
    else this.address.writeSoon();
    clearTimeout(this.later);
    this.later = setTimeout(() => this.tellPanel(), this.dock.player.timer ? 350 : 60);
  }

  tellPanel() {
    if (this.place) this.explain();
    else this.showDay();
  }

  /** As it was opened: the first day shown, the whole war, by day. */
  reset() {
    this.dock.player.pause();
    this.dock.useWindow(null, null);
    this.goTo({ on: this.calendar.clamp(config.opens_on) }, "reset");
  }

  /** Paint another account of the record, without loading the page again. */
  useKnown(body, act) {
    if (act) this.address.write(act);
    if (!body.shapes.features.every(({ id }) => this.features.has(id))) return location.reload(); // it lacks their shapes
    this.use(body);
    this.dock.useKnown(this.known.day);
    this.dock.use(this.scales());
    this.show(this.day, this.at);
    keepView(this.view());
    return this.tellPanel();
  }

  changesOfDay() {
    const before = statesAt(this.timeline, this.calendar.momentBefore(this.day, this.at));
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
      const hour = this.at === null ? "" : `${say("comma")}${hourInWords(this.at, config.language)}`;
      const words = say(this.at === null ? "changes" : "changes_hour", { n: changes.length });
      element("live").textContent = `${dayInWords(this.day, config.language)}${hour}. ${this.known.sentence() ?? ""} ${words}. ${named}`;
    }, 600);
  }

  showDay() {
    element("panel").classList.remove("open");
    const said = this.at === null ? say : (key, values) => say(key === "changes_today" ? "changed_this_hour" : key, values);
    element("panel").replaceChildren(...dayView(this.changesOfDay(), { say: said, opened: (slug) => this.open(slug) }));
  }

  /** Open the place in the panel; the address keeps it, so that "back" closes it again. */
  open(slug, { remember = true } = {}) {
    const isNew = slug !== this.place;
    this.place = slug;
    if (remember && isNew) this.address.write(`place:${slug}`);
    else keepView(this.view());
    this.layer.select(slug);
    this.layer.show(slug);
    this.explain({ focus: true });
  }

  close() {
    const slug = this.place;
    this.place = null;
    this.address.write("close");
    this.layer.select(null);
    this.showDay();
    this.layer.layers.get(slug)?.getElement()?.focus({ preventScroll: true });
  }

  follow() {
    const asked = read(location.search);
    this.address.forget();
    this.take(asked);
    this.place = this.features.has(asked.place) ? asked.place : null;
    if (!isOfRevision && asked.known !== this.known.day) this.known.ask(asked.known, null);
    this.show(this.day, this.at);
    this.layer.select(this.place);
    keepView(this.view());
    this.tellPanel();
  }

  /** The times that the server is asked in, beside the day. */
  asOf() {
    const query = write(config.as_of, isOfRevision ? {} : { known: this.known.day }).slice(1);
    return query ? `&${query}` : "";
  }

  async explain({ focus = false } = {}) {
    const [slug, day, at, asked, panel] = [this.place, this.day, this.at, this.asOf(), element("panel")];
    const names = this.features.get(slug).properties;
    const head = heading(names, { language: config.language, say, closed: () => this.close() });
    panel.classList.add("open");
    if (focus) panel.replaceChildren(head);
    panel.setAttribute("aria-busy", "true");
    const view = await this.ask(slug, day, at);
    if (slug !== this.place || day !== this.day || at !== this.at || asked !== this.asOf()) return;
    panel.setAttribute("aria-busy", "false");
    panel.replaceChildren(head, ...view.filter(Boolean));
    if (focus) head.querySelector("h2").focus({ preventScroll: true });
  }

  async ask(slug, day, at) {
    try {
      const answer = await fetch(`${config.place_api.replace("SLUG", slug)}?on=${day}${at === null ? "" : `&at=${at}`}&lang=${config.language}${this.asOf()}`);
      if (!answer.ok) throw new Error(`${answer.status}`);
      return placeView(await answer.json(), this.context(day));
    } catch {
      return [failure(say, () => this.explain())];
    }
  }

  context(day) {
    const { first, days, last: number, begin, ends } = this.calendar;
    const last = days[number];
    return {
      say, sideOf, day, first, last, language: config.language, rightToLeft: config.language === "ar", now: this.calendar.momentOf(day, this.at),
      span: [begin, ends[number]], methodUrl: element("panel").dataset.method,
      pageOf: (slug, on) => `${config.place_page.replace("SLUG", slug)}?on=${on}${this.asOf()}`, goTo: (wanted) => this.goTo({ on: wanted }, `on:${wanted}`),
    };
  }
}

/** The days that the dock runs over: all of the record, also while only a part of it was known. */
function spanOf({ first, last }) {
  const days = [first, last, ...(config.record ?? [])].filter(Boolean).sort();
  return [days[0], days.at(-1)];
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
    const page = new Page(map, body);
    page.start(await context);
    element("map-page").dataset.ready = "true";
    return page;
  } catch (error) {
    console.error(error);
    element("map-message").hidden = false;
    return element("map-message").replaceChildren(failure(say, () => load(map, context)));
  }
}

function tell(text) {
  element("map-message").hidden = text === null;
  element("map-message").textContent = text ?? "";
}

window.addEventListener("map:init", ({ detail: { map } }) => {
  const context = fetch(element("map-page").dataset.context).then((answer) => answer.json());
  if (config.timeline_url) load(map, context.then((found) => drawContext(map, found)).catch(() => null));
});
