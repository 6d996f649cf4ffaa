/** The map of control: each place as it was held at a moment, the front between sides, and names. */

import { dayInWords, dayOf } from "./dates.js";
import { PlaceLayer } from "./layer.js";
import { config, element, nameOf, say, sideOf, stateInWords } from "./setting.js";
import { Watch, decode, lastProof, rowAt } from "./timeline.js";

export class ControlMap {
  constructor(map, body, calendar) {
    Object.assign(this, { map, calendar });
    this.shapes = body.shapes.features;
    this.features = new Map(this.shapes.map((feature) => [feature.id, feature]));
    this.use(body);
    this.fit();
    this.places = new PlaceLayer(map, this.shapes, { sideOf, nameOf });
  }

  /** Take a record; what is shown stays until a day is shown of it. */
  use(body) {
    this.timeline = decode(body);
    this.watch = new Watch(this.timeline);
    this.isShown = false;
  }

  get states() {
    return this.watch.states;
  }

  /** Show the city, before anything is drawn on it, so that nothing is drawn twice: where the still picture shows it. */
  fit() {
    const narrow = matchMedia("(max-width: 60rem)");
    if (narrow.matches) element("legend").open = false;
    narrow.addEventListener("change", () => (element("legend").open = !narrow.matches));
    this.map.invalidateSize({ animate: false }); // the dock and the banner have taken their height
    const [west, south, east, north] = config.city;
    this.map.options.zoomSnap = 0;
    this.map.fitBounds([[south, west], [north, east]], { ...aroundStill(), animate: false });
    this.map.options.zoomSnap = 0.25; // of steps from here on
  }

  /** Draw the lines between places; colours come before them. */
  draw(lines) {
    this.lines = lines;
    lines.update([...this.features.keys()], (slug) => this.stateOf(slug));
  }

  /** Show the day, or the hour of it. */
  show(day, at = null) {
    const turned = this.watch.turnTo(this.calendar.momentOf(day, at));
    const changed = this.isShown ? turned.map((place) => this.timeline.places[place]) : [...this.features.keys()];
    Object.assign(this, { day, at, isShown: true });
    this.places.paint(changed.map((slug) => [slug, this.lookedAt(slug)]));
    this.lines?.update(changed, (slug) => this.stateOf(slug));
  }

  stateOf(slug, states = this.states) {
    const place = this.timeline.index.get(slug);
    return place === undefined || states[place] < 0 ? null : this.timeline.states[states[place]];
  }

  /** The state of the place with its age, as it is painted. */
  lookedAt(slug) {
    const state = this.stateOf(slug);
    return state && { ...state, age: this.watch.ages[this.timeline.index.get(slug)] };
  }

  /** The state of the place in words, with the day of its last evidence once that is old. */
  said(slug) {
    const [words, place] = [stateInWords(this.stateOf(slug)), this.timeline.index.get(slug)];
    if (!this.watch.ages[place]) return words;
    const moment = this.calendar.momentOf(this.day, this.at);
    const proof = lastProof(this.timeline, rowAt(this.timeline, place, moment), moment);
    return say("last_proof", { words, day: dayInWords(dayOf(proof), config.language, "long") });
  }
}

/** The room that the frame leaves around the still picture, on each side. */
function aroundStill() {
  const [still, frame] = [element("still").getBoundingClientRect(), element("map").getBoundingClientRect()];
  return { paddingTopLeft: [still.left - frame.left, still.top - frame.top], paddingBottomRight: [frame.right - still.right, frame.bottom - still.bottom] };
}
