/** The links and forms that lead to another view of the record: they keep the day, the place and what else is shown. */

import { write } from "./address.js";

/** Set what is shown in every link and form that says it keeps the view, or only what it names. */
export function keepView(view) {
  for (const part of document.querySelectorAll("[data-keeps-view]")) {
    const kept = chosen(view, part.dataset.keepsView);
    if (part instanceof HTMLFormElement) keepInForm(part, kept);
    else part.search = write(part.search, kept);
  }
  tellPeriod(view);
}

/** What is said of a link's days: those of the window where one is chosen. */
function tellPeriod({ from, to }) {
  for (const words of document.querySelectorAll("[data-period]")) words.hidden = (words.dataset.period === "chosen") !== Boolean(from || to);
}

function chosen(view, names) {
  return names ? Object.fromEntries(names.split(" ").map((name) => [name, view[name]])) : view;
}

/** A field without a value is not sent, so that the address says no more than it has to. */
function keepInForm(form, view) {
  for (const [name, value] of Object.entries(view)) {
    const field = form.elements[name] ?? form.appendChild(hidden(name));
    field.value = value ?? "";
    field.disabled = (value ?? "") === "";
  }
}

function hidden(name) {
  return Object.assign(document.createElement("input"), { type: "hidden", name });
}
