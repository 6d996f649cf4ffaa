/** The links and forms that lead to another view of the record: they keep the day and the place shown. */

import { write } from "./address.js";

/** Set the day and the place in every link and form that says it keeps the view. */
export function keepView(view) {
  for (const part of document.querySelectorAll("[data-keeps-view]")) {
    if (part instanceof HTMLFormElement) keepInForm(part, view);
    else part.search = write(part.search, view);
  }
}

/** A field without a value is not sent, so that the address says no more than it has to. */
function keepInForm(form, view) {
  for (const [name, value] of Object.entries(view)) {
    form.elements[name].value = value ?? "";
    form.elements[name].disabled = !value;
  }
}
