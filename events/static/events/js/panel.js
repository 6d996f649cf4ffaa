/** What the panel shows: a place and the evidence behind its colour, or what changed on the day. */

import { drawBar } from "./bar.js";
import { dayInWords, dayOf } from "./dates.js";
import { directionOf, h } from "./dom.js";
import { lookOf } from "./looks.js";
import { swatch } from "./swatch.js";

/** The heading of a place, in the reader's script and in the other one. */
export function heading(place, { language, say, closed }) {
  const other = language === "ar" ? "en" : "ar";
  const close = h("button", { type: "button", class: "close", "aria-label": say("close") }, "×");
  close.addEventListener("click", closed);
  return h("header", { class: "place-head" },
    h("h2", { tabindex: "-1" }, h("bdi", {}, place[`name_${language}`] || place[`name_${other}`]),
      h("span", { class: "other-name", lang: other, dir: directionOf(other) }, place[`name_${other}`])),
    close);
}

/** The place on the day: who holds it, its bar through the war, the evidence, and why. */
export function placeView(body, page) {
  const { say, language } = page;
  if (!body.period) return [noInformation(body, page)];
  const since = say("since", { day: dayInWords(dayOf(body.period.since), language, "long") });
  return [
    h("p", { class: "state" }, swatch(lookOf(body.period, page.sideOf) ?? "none"),
      h("span", {}, h("strong", {}, body.period.sentence), `${howSure(body.period, say)}${say("comma")}${since}`)),
    body.period.besieged ? h("p", { class: "siege" }, say("besieged")) : null,
    barOf(body, page),
    ...datingOf(body, say),
    ...side("for", body.for, page),
    ...side("against", body.against, page),
    h("section", {}, h("h3", {}, say("why")), h("p", {}, body.period.why),
      h("p", { class: "quiet" }, h("a", { href: page.methodUrl }, say("the_rule")), say("between"),
        h("a", { href: page.pageOf(body.place.slug) }, say("all_of_place")))),
  ];
}

/** Where sources differ on when it happened, and what editors decided about the statements. */
function datingOf({ dating, decisions }, say) {
  const given = dating?.given.map(({ sentence }) => h("li", { dir: "auto" }, sentence)) ?? [];
  return [
    dating ? h("p", { class: "dating" }, dating.sentence) : null,
    given.length ? h("ul", { class: "given" }, ...given) : null,
    ...decisions.map(({ sentence, reason }) => h("p", { class: "decision" }, sentence, " ",
      h("span", { class: "quiet" }, say("reason"), " ", h("q", { dir: "auto" }, reason)))),
  ];
}

/** The status, where the sentence has not said it already. */
function howSure({ status, status_name: name }, say) {
  return ["assessed", "shared"].includes(status) ? `${say("comma")}${name}` : "";
}

function noInformation(body, page) {
  const first = body.history[0];
  const box = h("div", { class: "empty" }, h("p", {}, page.say("no_information")));
  if (!first) box.append(h("p", { class: "quiet" }, page.say("no_information_ever")));
  else {
    const day = dayOf(first.start);
    const go = h("button", { type: "button", class: "button" }, page.say("go_to_first", { day: dayInWords(day, page.language, "long") }));
    go.addEventListener("click", () => page.goTo(day));
    box.append(go);
  }
  return box;
}

function barOf(body, page) {
  const label = page.say("bar", { n: body.history.length });
  const [first, last] = page.span;
  return h("figure", { class: "history" },
    drawBar(body.history, { first, last, now: page.now, sideOf: page.sideOf, rightToLeft: page.rightToLeft, label }),
    h("figcaption", {}, h("span", {}, dayInWords(page.first, page.language, "short")), h("span", {}, dayInWords(page.last, page.language, "short"))));
}

function side(name, evidence, page) {
  const title = h("h3", {}, page.say(name), " ", h("span", { class: "count" }, page.say("number", { n: evidence.length })));
  const list = evidence.length
    ? h("ol", { class: `evidence ${name}` }, ...evidence.map((item) => h("li", {}, ...said(item, page))))
    : h("p", { class: "quiet" }, page.say(`nothing_${name}`));
  return [h("section", {}, title, list)];
}

function said(item, { say, language }) {
  const quote = item.quote || item.translation || item.note;
  return [
    h("p", { class: "who" }, h("strong", {}, item.source_name || item.source_text || say("an_editor")),
      item.affiliation_name ? h("span", { class: `lean lean-${item.affiliation}` }, item.affiliation_name) : null),
    quote ? h("blockquote", { dir: "auto", lang: item.quote_language || null, class: item.quote ? null : "note" }, quote) : null,
    item.quote && item.translation && item.quote_language !== language
      ? h("p", { class: "translation", dir: "auto", lang: language }, h("span", { class: "quiet" }, say("translation")), " ", item.translation) : null,
    h("p", { class: "meta" }, `${item.kind_name}${say("comma")}${item.stance_name}${say("between")}`,
      h("time", { datetime: item.date }, dayInWords(dayOf(item.date), language, "long")),
      item.report ? say("between") : null, item.report ? h("a", { href: item.report }, say("to_report")) : null,
      item.is_sample ? " " : null, item.is_sample ? h("span", { class: "sample" }, say("sample")) : null),
    ...(item.same_text?.length ? sameText(item.same_text, { say, language }) : []),
  ];
}

/** Where else the same text was printed, which does not count again. */
function sameText(copies, { say, language }) {
  return [
    h("p", { class: "meta copies" }, say("same_text")),
    h("ul", { class: "meta copies" }, ...copies.map((copy) => h("li", {},
      h("a", { href: copy.report }, h("bdi", {}, copy.publisher_name || say("to_report"))), say("between"),
      h("time", { datetime: copy.date }, dayInWords(dayOf(copy.date), language, "long"))))),
  ];
}

/** What to read while no place is open: the changes of the day, each leading to its place. */
export function dayView(changes, { say, opened, hint }) {
  const title = h("h2", { tabindex: "-1" }, say("changes_today", { n: changes.length }));
  if (!changes.length) return [title, h("p", { class: "quiet" }, hint)];
  return [title, h("ol", { class: "changes" }, ...changes.map((change) => {
    const link = h("button", { type: "button" }, swatch(change.before), h("span", { class: "arrow", "aria-hidden": "true" }), swatch(change.after),
      h("span", { class: "what" }, h("bdi", {}, change.name), h("span", { class: "quiet" }, change.words)));
    link.addEventListener("click", () => opened(change.slug));
    return h("li", {}, link);
  }))];
}

/** That something failed, that nothing is lost, and the way on. */
export function failure(say, retry) {
  const again = h("button", { type: "button", class: "button" }, say("retry"));
  again.addEventListener("click", retry);
  return h("div", { class: "empty", role: "alert" }, h("p", {}, say("failed")), again);
}
