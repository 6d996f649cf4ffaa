/** Pointing at a claim or focusing it shows the words it rests on, and at its number a card that says why. */

import { placed } from "./card.js";
import { h } from "./dom.js";
import { claimsOf, light } from "./words_lit.js";

const PATIENCE = 250; // ms in which the pointer may go over to the card
const EDGE = 12; // px
const LABEL = 14; // px that a label stands above its words
// The number itself is described by the same explanation, so the card is for the eye alone
const card = document.body.appendChild(h("div", { class: "why-card", "aria-hidden": "true", hidden: true }));
let number = null; // that the card belongs to
let held = null; // what has the focus, until Escape lets go of it
let leaving = 0;
let wasShown = false; // when the finger came down

function show(asked) {
  number = asked;
  const why = document.getElementById(`why-${asked.dataset.why}`);
  if (isBeingRead(why)) return hide();
  card.replaceChildren(...[...why.children].map((child) => child.cloneNode(true)));
  card.hidden = false;
  stand();
  if (isSheet()) uncover();
}

function stand() {
  if (card.hidden) return;
  card.style.removeProperty("--height");
  const view = { width: innerWidth, height: innerHeight };
  const place = placed(sentence(), number.getBoundingClientRect(), card.getBoundingClientRect(), view);
  for (const [name, length] of Object.entries(place)) card.style.setProperty(`--${name}`, `${length}px`);
}

/** From the first line of what is lit to the number; an entry's number stands for itself. */
function sentence() {
  const { top, bottom } = number.getBoundingClientRect();
  const lit = number.closest(".marked-text")?.querySelector("mark.lit");
  return { top: Math.min(top, lit ? lit.getClientRects()[0].top - LABEL : top), bottom };
}

const isSheet = () => matchMedia("(max-width: 40rem)").matches;

/** On a phone the card lies over the lower part of the screen: bring the sentence above it. */
function uncover() {
  const covered = sentence().bottom + EDGE - card.getBoundingClientRect().top;
  if (covered > 0) scrollBy({ top: covered });
}

/** Its own entry is open and in view, below whatever stays over the entries: a card would say it twice. */
function isBeingRead(why) {
  const { top, bottom } = why.getBoundingClientRect();
  const covered = parseFloat(getComputedStyle(why.closest("[data-claim]")).scrollMarginTop);
  return why.closest("details").open && bottom > covered && top < innerHeight;
}

function hide() {
  card.hidden = true;
}

/** What is pointed at or focused, if it has to do with a claim. */
function turnTo(node) {
  const asked = node?.closest?.("[data-why]");
  const ids = asked ? [asked.dataset.why] : idsAt(node);
  light(ids);
  if (asked) show(asked);
  else hide();
}

const isAbout = (node) => Boolean(node.closest("[data-why]")) || idsAt(node).length > 0;

function idsAt(node) {
  const entry = node?.closest?.("[data-claim]");
  const mark = node?.closest?.(".marked-text mark");
  return entry ? [entry.dataset.claim] : mark ? claimsOf(mark) : [];
}

document.addEventListener("focusin", ({ target }) => turnTo((held = target)));
document.addEventListener("focusout", () => (held = null));
document.addEventListener("pointerover", ({ target, pointerType }) => {
  clearTimeout(leaving);
  if (pointerType === "touch" || card.contains(target)) return;
  const wanted = isAbout(target) ? target : held;
  if (card.hidden || target.closest("[data-why]")) turnTo(wanted);
  else leaving = setTimeout(turnTo, PATIENCE, wanted);
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") turnTo((held = null));
});
document.addEventListener("pointerdown", ({ target }) => (wasShown = !card.hidden && target.closest("[data-why]") === number));
document.addEventListener("click", (event) => {
  const asked = event.target.closest("[data-why]");
  if (!asked) return;
  if (event.pointerType === "touch" && !wasShown) {
    event.preventDefault(); // the first touch shows the card, the second goes there
    return turnTo(asked);
  }
  const entry = document.querySelector(`details#claim-${asked.dataset.why}, #claim-${asked.dataset.why} details`);
  if (asked.closest(".marked-text")) entry.open = true;
});
addEventListener("scroll", stand, { passive: true });
addEventListener("resize", stand);
