/** The map page: what the address says, the timeline, and the parts that show it. */

import { permalink, read } from "./address.js";
import { AddressBar } from "./address_bar.js";
import { Calendar } from "./calendar.js";
import { dayInWords, dayOf, hourInWords } from "./dates.js";
import { Dock } from "./dock.js";
import { Known } from "./known.js";
import { Labels } from "./labels.js";
import { PlaceLayer } from "./layer.js";
import { drawLegend } from "./legend.js";
import { linesOf } from "./lines.js";
import { lookOf } from "./looks.js";
import { drawPatterns } from "./patterns.js";
import { PlacePanel } from "./place_panel.js";
import { Scales } from "./scales.js";
import { config, element, isOfRevision, nameOf, say, sideOf, stateInWords, tell } from "./setting.js";
import { shareLink } from "./share_link.js";
import { weightsOf } from "./shares.js";
import { Shortcuts } from "./shortcuts.js";
import { keepView } from "./times.js";
import { census, changesBetween, decode, lastProof, lookAt, rowAt, statesAt } from "./timeline.js";

/* global L */

const TOLD_WITHIN_MS = 50;

export class Page {
  /** `city` are the bounds of what is shown at first; null, and all places are. */
  constructor(map, body, city) {
    const asked = read(location.search);
    this.map = map;
    this.features = new Map(body.shapes.features.map((feature) => [feature.id, feature]));
    this.use(body);
    this.calendar = new Calendar(...spanOf(body));
    this.place = null;
    this.address = new AddressBar(() => this.view());
    this.buildDock(body.shapes.features, isOfRevision ? null : asked.known);
    this.take(asked);
    this.fit(city, body.shapes.features);
    this.panel = new PlacePanel(this);
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
    const opened = (slug) => this.open(slug);
    const [label, { language }] = [say("neighbourhoods"), config];
    this.layer = new PlaceLayer(this.map, features, { sideOf, nameOf, said: (slug) => this.said(slug), opened, label, language });
    this.lines = linesOf(this.map, features, { sideOf, layers: this.layer.layers });
    requestAnimationFrame(() => setTimeout(() => new Labels(this.map, this.layer, { language }))); // colours come before names
    this.drawn = features.filter(({ geometry }) => geometry && geometry.type !== "Point").map(({ id }) => id);
    this.writeCounts = drawLegend(element("legend"), (n) => say("number", { n }), { paler: paler(this.timeline.staleDays) });
    document.addEventListener("find:place", (event) => this.features.has(event.detail) && (event.preventDefault(), this.open(event.detail)));
    document.addEventListener("find:day", (event) => (event.preventDefault(), this.goTo({ on: this.calendar.clamp(event.detail) }, `on:${event.detail}`)));
    window.addEventListener("popstate", () => this.follow());
    new ResizeObserver(() => this.map.invalidateSize({ animate: false })).observe(element("map"));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.place && !document.querySelector("dialog[open]") && this.close());
  }

  /** Choose the part of the ground that is shown, before anything is drawn on it, so that nothing is drawn twice. */
  fit(city, features) {
    if (matchMedia("(max-width: 60rem)").matches) element("legend").open = false;
    this.map.invalidateSize({ animate: false }); // the dock and the banner have taken their height
    const bounds = city?.isValid() ? city : L.latLngBounds(features.map(({ properties: { position: [lon, lat] } }) => [lat, lon]));
    this.map.options.zoomSnap = 0.25; // so that the city fills the frame
    if (bounds.isValid()) this.map.fitBounds(bounds, { ...besideLegend(), animate: false });
  }

  start() {
    this.show(this.day, this.at);
    const { place } = read(location.search);
    keepView(this.view());
    if (place && this.features.has(place)) this.open(place, { remember: false });
    else this.panel.showDay();
  }

  stateOf(slug, states = this.states) {
    const place = this.timeline.index.get(slug);
    return place === undefined || states === null || states[place] < 0 ? null : this.timeline.states[states[place]];
  }

  /** The places whose state or age differs from what the map shows. */
  toRepaint(states, ages) {
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
    const moment = this.calendar.momentOf(this.day, this.at);
    const proof = lastProof(this.timeline, rowAt(this.timeline, place, moment), moment);
    return say("last_proof", { words, day: dayInWords(dayOf(proof), config.language, "medium") });
  }

  /** Show the day, or the hour of it, on the map, in the dock, the legend and the panel. */
  show(day, at = null) {
    const { states, ages } = lookAt(this.timeline, this.calendar.momentOf(day, at));
    const changed = this.states ? this.toRepaint(states, ages).map((place) => this.timeline.places[place]) : [...this.features.keys()];
    Object.assign(this, { states, ages, day, at });
    this.layer.paint(changed.map((slug) => [slug, this.lookedAt(slug)]));
    this.lines.update(changed, (slug) => this.stateOf(slug));
    this.dock.show(day, at);
    this.telling ??= setTimeout(() => this.tell(), TOLD_WITHIN_MS);
    this.announce();
  }

  /** Numbers beside the map follow it, some twenty times a second at the most: nobody reads faster. */
  tell() {
    this.telling = null;
    this.writeCounts(census(this.timeline, this.states, this.drawn), sideOf);
    this.dock.tell();
  }

  /** Go to a day or an hour; an act that has a name becomes an entry of the browser's history. */
  goTo({ on, at = null }, act = null) {
    if (act) this.address.settle();
    this.show(on, at);
    if (act) this.address.write(act);
    else this.address.writeSoon();
    clearTimeout(this.later);
    this.later = setTimeout(() => this.panel.tell(), this.dock.player.timer ? 350 : 60);
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
    this.panel.tell();
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

  /** Open the place in the panel; the address keeps it, so that "back" closes it again. */
  open(slug, { remember = true } = {}) {
    const isNew = slug !== this.place;
    this.place = slug;
    if (remember && isNew) this.address.write(`place:${slug}`);
    else keepView(this.view());
    this.layer.select(slug);
    this.layer.show(slug);
    this.panel.explain({ focus: true });
  }

  close() {
    const slug = this.place;
    this.place = null;
    this.address.write("close");
    this.layer.select(null);
    this.panel.showDay();
    this.layer.focus(slug);
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
    this.panel.tell();
  }
}

/** The days that the dock runs over: all of the record, also while only a part of it was known. */
function spanOf({ first, last }) {
  const days = [first, last, ...(config.record ?? [])].filter(Boolean).sort();
  return [days[0], days.at(-1)];
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
