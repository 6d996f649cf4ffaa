/** The map page: what the address says, the timeline, and the parts that show it. */

import { permalink, read } from "./address.js";
import { AddressBar } from "./address_bar.js";
import { census } from "./counting.js";
import { dayInWords, hourInWords } from "./dates.js";
import { Dock } from "./dock.js";
import { byName } from "./in_lists.js";
import { Known } from "./known.js";
import { Labels } from "./labels.js";
import { countsOf } from "./legend.js";
import { linesOf } from "./lines.js";
import { lookOf } from "./looks.js";
import { fitPaper } from "./on_paper.js";
import { PlacePanel } from "./place_panel.js";
import { Scales } from "./scales.js";
import { config, element, goOn, isOfRevision, nameOf, say, sideOf, stateInWords, tell, tellInPassing } from "./setting.js";
import { shareLink } from "./share_link.js";
import { weightsOf } from "./shares.js";
import { Shortcuts } from "./shortcuts.js";
import { keepView } from "./times.js";
import { changesBetween, statesAt } from "./timeline.js";
import { Touch } from "./touch.js";

const TOLD_WITHIN_MS = 50;

export class Page {
  /** `control` is the map of control, painted from this body. */
  constructor(control, body) {
    const asked = read(location.search);
    Object.assign(this, { control, calendar: control.calendar, features: control.features, revision: body.revision, place: null });
    this.address = new AddressBar(() => this.view());
    fitPaper(element("map").parentElement);
    this.buildDock(isOfRevision ? null : asked.known);
    this.take(asked);
    this.panel = new PlacePanel(this);
    this.build();
  }

  buildDock(day) {
    const shared = { calendar: this.calendar, say, language: config.language };
    this.weighed = weightsOf(this.control.shapes);
    this.dock = new Dock(element("dock"), { ...shared, asked: (when, act) => this.goTo(when, act), windowed: () => this.address.write("window") });
    this.dock.use(this.scales());
    this.dock.part("shares-label").textContent = say(this.weighed.byArea ? "share_by_area" : "share_by_number", { n: this.weighed.weights.size });
    this.dock.part("reset").addEventListener("click", () => this.reset());
    this.dock.part("help").addEventListener("click", () => element("dock-help").showModal());
    this.known = new Known(element("dock"), { ...shared, day, url: config.timeline_url, tell, use: (found, act) => this.useKnown(found, act), failed: (words) => (tellInPassing(words), this.address.writeSoon()) });
    if (isOfRevision) this.known.handle.close();
    this.dock.useKnown(day);
    shareLink(this.dock.part("link"), element("dock-link"), { say, link: () => permalink(location.href, { ...this.view(), lang: document.documentElement.lang }, this.revision) });
    new Shortcuts(element("dock-help"), { rightToLeft: config.language === "ar", acts: this.dock.acts() });
  }

  scales() {
    return new Scales(this.control.timeline, this.calendar, { weights: this.weighed.weights, sideOf, language: config.language, isShown: (slug) => this.control.places.layers.has(slug) });
  }

  /** Take the day, the hour and the window that the address names. */
  take(asked) {
    [this.day, this.at] = this.calendar.asked(asked, config.opens_on);
    this.dock.useWindow(asked.from, asked.to);
  }

  /** What is shown, as the address says it. */
  view() {
    const view = { on: this.day, at: this.at, place: this.place, ...this.dock.windowOfAddress() };
    return isOfRevision ? view : { ...view, known: this.known.wanted };
  }

  build() {
    const { map, places, shapes } = this.control;
    const [label, { language }] = [say("neighbourhoods"), config];
    this.touch = new Touch(places, { said: (slug) => this.control.said(slug), opened: (slug) => this.open(slug), covered: () => this.panel.sheet.covers(element("map")), label, language });
    this.control.draw(linesOf(map, shapes, { sideOf, layers: places.layers }));
    requestAnimationFrame(() => setTimeout(() => new Labels(map, places, { language })));
    this.drawn = shapes.filter(({ geometry }) => geometry && geometry.type !== "Point").map(({ id }) => id);
    this.writeCounts = countsOf(element("legend"), (n) => say("number", { n }));
    document.addEventListener("find:place", (event) => this.features.has(event.detail) && (event.preventDefault(), this.open(event.detail)));
    document.addEventListener("find:day", (event) => (event.preventDefault(), this.goToFound(event.detail)));
    window.addEventListener("popstate", () => this.follow());
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(element("map"));
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.place && !document.querySelector("dialog[open]") && this.close());
  }

  start() {
    this.show(this.day, this.at);
    const { place } = read(location.search);
    keepView(this.view());
    this.tellOfOtherDay();
    if (place && this.features.has(place)) return this.open(place, { remember: false });
    this.panel.showDay();
    if (place) tellInPassing(say("no_such_place", { place }));
  }

  /** The address names a day that does not exist, or none of the record: it is told, and the address says the one that is shown. */
  tellOfOtherDay() {
    const { on } = read(location.search);
    if (on === this.day || !new URLSearchParams(location.search).get("on")) return;
    tellInPassing(this.dock.typed.errorOf(on));
    this.address.write();
  }

  /** Show the day, or the hour of it, on the map, in the dock, the legend and the panel. */
  show(day, at = null) {
    Object.assign(this, { day, at });
    this.control.show(day, at);
    this.dock.show(day, at);
    this.telling ??= setTimeout(() => this.tell(), TOLD_WITHIN_MS);
  }

  /** Numbers beside the map follow it, some twenty times a second at the most: nobody reads faster. */
  tell() {
    this.telling = null;
    this.writeCounts(census(this.control.timeline, this.control.states, this.drawn), sideOf);
    this.dock.tell();
    this.announce();
  }

  /** Go to a day or an hour; an act that has a name becomes an entry of the browser's history. */
  goTo({ on, at = null }, act = null) {
    goOn();
    if (act) this.address.settle();
    this.show(on, at);
    if (act) this.address.write(act);
    else this.address.writeSoon();
    clearTimeout(this.later);
    this.later = setTimeout(() => this.panel.tell(), this.dock.player.timer ? 350 : 60);
  }

  /** Go to a day that somebody looked for, if it is one of the record. */
  goToFound(day) {
    const error = this.dock.typed.errorOf(day);
    if (error) tellInPassing(error);
    else this.dock.asked({ on: day, at: null }, `on:${day}`);
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
    this.control.use(body);
    this.revision = body.revision;
    this.dock.useKnown(this.known.day);
    this.dock.use(this.scales());
    this.show(this.day, this.at);
    keepView(this.view());
    this.panel.tell();
  }

  /** In the order of the names that are read. */
  changesOfDay() {
    const { timeline, states } = this.control;
    const before = statesAt(timeline, this.calendar.momentBefore(this.day, this.at));
    return changesBetween(before, states).map((place) => this.change(timeline.places[place], before)).sort(byName(config.language));
  }

  change(slug, before) {
    const [earlier, now] = [this.control.stateOf(slug, before), this.control.stateOf(slug)];
    const look = (state) => lookOf(state, sideOf) ?? "none";
    return { slug, name: nameOf(this.features.get(slug)?.properties ?? { name_en: slug }), before: look(earlier), after: look(now), words: stateInWords(now) };
  }

  announce() {
    clearTimeout(this.announcing);
    this.announcing = setTimeout(() => {
      const changes = this.changesOfDay();
      const named = changes.slice(0, 4).map(({ name, words }) => `${name}: ${words}`).join(say("semicolon"));
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
    this.touch.select(slug);
    this.touch.show(slug);
    this.panel.explain({ focus: true });
  }

  close() {
    const slug = this.place;
    this.place = null;
    this.address.write("close");
    this.touch.select(null);
    this.panel.showDay();
    this.touch.focus(slug);
  }

  follow() {
    const asked = read(location.search);
    this.dock.player.pause();
    this.address.forget();
    this.take(asked);
    this.place = this.features.has(asked.place) ? asked.place : null;
    if (!isOfRevision && asked.known !== this.known.wanted) this.known.ask(asked.known, null);
    this.show(this.day, this.at);
    this.touch.select(this.place);
    keepView(this.view());
    this.panel.tell();
  }
}
