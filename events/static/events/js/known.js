/** What was known on a day: asked of the server, and told by the handle, the banner and the form. */

import { write } from "./address.js";
import { dayInWords } from "./dates.js";
import { KnownHandle } from "./known_handle.js";

export class Known {
  /** `day` is the one of the address; `use(body, act)` is given each answer, `tell(words)` what to say meanwhile, `failed(words)` why there is none. */
  constructor(root, { day, url, calendar, language, say, tell, use, failed }) {
    Object.assign(this, { day, wanted: day, url, language, say, tell, use, failed }); // the day shown, and the one that is asked for
    this.handle = new KnownHandle(root, { calendar, language, say, asked: (wanted) => this.ask(wanted) });
    this.handle.show(day);
  }

  /** Ask what was known on the day, null for today; only the last question is answered. */
  async ask(day, act = "known") {
    this.asking?.abort();
    this.asking = new AbortController();
    this.wanted = day;
    const { signal } = this.asking;
    this.tell(this.say("known_loading"));
    try {
      const answer = await fetch(addressOf(this.url, day), { signal });
      if (!answer.ok) throw new Error(`${answer.status}`);
      const body = await answer.json();
      if (!signal.aborted) this.take(body, day, act);
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    }
  }

  take(body, day, act) {
    this.day = day;
    this.tell(body.places.length ? null : this.say("no_record_then"));
    this.handle.show(day);
    tellBanner(document.querySelector(".times-banner"), this.sentence());
    const field = document.getElementById("as-known"); // an embedded map has no form of it
    if (field) field.value = day ?? "";
    this.use(body, act);
  }

  /** The handle goes back to what the map still shows. */
  fail(error) {
    console.error(error);
    this.wanted = this.day;
    this.handle.show(this.day);
    this.failed(this.say("known_failed"));
  }

  /** "As known on 8 December 2016."; null of today. */
  sentence() {
    return this.day && this.say("known_banner", { day: dayInWords(this.day, this.language, "long") });
  }
}

function tellBanner(banner, words) {
  const part = (name) => banner.querySelector(`[data-banner="${name}"]`);
  part("known").textContent = words ?? "";
  part("known-rest").hidden = words === null;
  banner.hidden = words === null && banner.dataset.tells === "known";
}

function addressOf(url, known) {
  const [path, query] = url.split("?");
  return `${path}${write(query ?? "", { known })}`;
}
