/** The panel beside the map: the place that is open, with its evidence, or what changed on the day. */

import { write } from "./address.js";
import { h } from "./dom.js";
import { dayView, failure, heading, placeView } from "./panel.js";
import { config, element, isOfRevision, say, sideOf } from "./setting.js";
import { Sheet } from "./sheet.js";

export class PlacePanel {
  /** `page` has the place, the day and the hour that are shown. */
  constructor(page) {
    this.page = page;
    this.box = element("panel");
    this.sheet = new Sheet(this.box, say);
  }

  tell() {
    if (this.page.place) this.explain();
    else this.showDay();
  }

  showDay() {
    const hadFocus = this.hasFocus();
    this.box.classList.remove("open");
    this.box.setAttribute("aria-busy", "false");
    this.head = null;
    const said = this.page.at === null ? say : (key, values) => say(key === "changes_today" ? "changed_this_hour" : key, values);
    this.box.replaceChildren(...dayView(this.page.changesOfDay(), { say: said, hint: say(this.hint()), opened: (slug) => this.page.open(slug) }));
    if (hadFocus) this.box.focus({ preventScroll: true });
  }

  /** What to do on a day without changes. */
  hint() {
    const { control, dock } = this.page;
    if (!control.timeline.places.length) return "no_record_then";
    return dock.hasChanges() ? "no_changes" : "choose_place";
  }

  hasFocus() {
    return this.box.contains(document.activeElement) && document.activeElement !== this.box;
  }

  /** The times that the server is asked in, beside the day. */
  asOf() {
    const query = write(config.as_of, isOfRevision ? {} : { known: this.page.known.day }).slice(1);
    return query ? `&${query}` : "";
  }

  /** Tell of the place that is open; handle and heading stay while its evidence comes, and keep the focus. */
  async explain({ focus = false } = {}) {
    const [slug, day, at, asked, panel] = [this.page.place, this.page.day, this.page.at, this.asOf(), this.box];
    this.putHead(slug);
    if (focus) this.focusHead();
    panel.setAttribute("aria-busy", "true");
    const view = await this.ask(slug, day, at);
    if (slug !== this.page.place || day !== this.page.day || at !== this.page.at || asked !== this.asOf()) return;
    panel.setAttribute("aria-busy", "false");
    const isDrawn = this.page.control.places.layers.has(slug);
    this.fill([isDrawn ? null : h("p", { class: "quiet" }, say("not_drawn")), ...view].filter(Boolean));
    if (focus) this.page.touch.show(slug); // the sheet may lie over it now
  }

  putHead(slug) {
    this.box.classList.add("open");
    if (this.head?.slug === slug) return;
    const names = this.page.features.get(slug).properties;
    this.head = Object.assign(heading(names, { language: config.language, say, closed: () => this.page.close() }), { slug });
    this.box.replaceChildren(this.sheet.handle, this.head);
  }

  focusHead() {
    this.head.querySelector("h2").focus({ preventScroll: true });
  }

  /** Put these below the heading; a focus that was on what goes with them is not lost. */
  fill(view) {
    const focused = document.activeElement;
    const hadFocus = this.box.contains(focused);
    while (this.head.nextSibling) this.head.nextSibling.remove();
    this.head.after(...view);
    if (hadFocus && !this.box.contains(focused)) this.focusHead();
  }

  async ask(slug, day, at) {
    try {
      const answer = await fetch(`${config.place_api.replace("SLUG", slug)}?${when(day, at)}&lang=${config.language}${this.asOf()}`);
      if (!answer.ok) throw new Error(`${answer.status}`);
      return placeView(await answer.json(), this.context(day, at));
    } catch {
      return [failure(say, () => this.explain())];
    }
  }

  context(day, at) {
    const { first, days, last: number, begin, ends } = this.page.calendar;
    const last = days[number];
    return {
      say, sideOf, day, first, last, language: config.language, rightToLeft: config.language === "ar", now: this.page.calendar.momentOf(day, this.page.at),
      span: [begin, ends[number]], methodUrl: this.box.dataset.method,
      pageOf: (slug) => `${config.place_page.replace("SLUG", slug)}?${when(day, at)}${this.asOf()}`, goTo: (wanted) => this.page.goTo({ on: wanted }, `on:${wanted}`),
    };
  }
}

/** A day, or an hour of it, as the server is asked for it. */
function when(day, at) {
  return at === null ? `on=${day}` : `on=${day}&at=${at}`;
}
