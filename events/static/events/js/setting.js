/** What the page was given: its configuration, its words, and who is who. */

import { given } from "./dom.js";
import { speaker } from "./words.js";

export const config = given("map-config");
export const say = speaker(given("map-strings"), config.language);
export const isOfRevision = typeof config.revision === "number";
export const element = (id) => document.getElementById(id);

const actors = new Map([...document.querySelectorAll("[data-actor]")].map(({ dataset }) => [dataset.actor, { side: dataset.side, name: dataset.name }]));

/** The side of an actor, or null. */
export const sideOf = (actor) => (actor ? actors.get(actor)?.side ?? null : null);

/** The name in the reader's language, else the other one. */
export const nameOf = (names) => names[`name_${config.language}`] || names.name_en || names.name_ar;

/** A state as a phrase, such as "held by the opposition". */
export function stateInWords(state) {
  if (!state) return say("state_none");
  const holder = actors.get(state.holder)?.name ?? state.holder;
  const challenger = actors.get(state.challenger)?.name ?? state.challenger;
  const party = holder ?? challenger;
  if (state.status === "contested" && !(holder && challenger)) return say(party ? "state_contested_by_one" : "state_contested_alone", { party });
  return say(`state_${state.status}`, { holder: holder ?? "", challenger: challenger ?? "" });
}

let isPassing = false;

/** Say something across the map, or, with null, no more. */
export function tell(text) {
  isPassing = false;
  element("map-message").hidden = text === null;
  element("map-message").textContent = text ?? "";
}

/** Say it until the reader goes on. */
export function tellInPassing(text) {
  tell(text);
  isPassing = true;
}

/** The reader goes on: what was said in passing has been read. */
export function goOn() {
  if (isPassing) tell(null);
}
