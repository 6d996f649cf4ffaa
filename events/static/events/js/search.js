/** The search box: places by name in either script, by keyboard first. */

import { h } from "./dom.js";
import { folded, matching } from "./words.js";

/** Let the form find places; `opened(slug)` is told which one was chosen. */
export function search(form, features, { nameOf, opened, say }) {
  const [field, list] = [form.querySelector("input"), form.querySelector("ul")];
  const places = features.map(({ id, properties }) => ({
    slug: id, properties, names: [properties.name_ar, properties.name_en].filter(Boolean).map(folded),
  }));
  const choose = (slug) => {
    field.value = "";
    list.replaceChildren();
    opened(slug);
  };
  field.addEventListener("input", () => {
    const found = matching(places, field.value);
    list.replaceChildren(...found.map((place) => row(place, nameOf, choose)));
    if (!found.length && field.value.trim()) list.append(h("li", { class: "quiet" }, say("no_such_place")));
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [first] = matching(places, field.value, 1);
    if (first) choose(first.slug);
  });
  form.addEventListener("keydown", (event) => move(event, field, list));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    field.focus();
  });
}

function row({ slug, properties }, nameOf, choose) {
  const other = nameOf(properties) === properties.name_ar ? properties.name_en : properties.name_ar;
  const button = h("button", { type: "button" }, h("bdi", {}, nameOf(properties)), h("bdi", { class: "quiet" }, other ?? ""));
  button.addEventListener("click", () => choose(slug));
  return h("li", {}, button);
}

function move(event, field, list) {
  const stops = [field, ...list.querySelectorAll("button")];
  const here = stops.indexOf(document.activeElement);
  if (event.key === "Escape") {
    list.replaceChildren();
    field.focus();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || here < 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(here + step, 0), stops.length - 1)].focus();
}
