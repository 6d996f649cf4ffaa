/** The address in the browser, kept true to what is shown, and the entries of its history. */

import { write } from "./address.js";
import { keepView } from "./times.js";

const SETTLED_MS = 150;

export class AddressBar {
  /** `view()` gives what is shown, as the address says it. */
  constructor(view) {
    this.view = view;
    for (const act of ["pointerdown", "click", "submit"]) document.addEventListener(act, () => this.settle(), true); // links say what is shown
  }

  /** Write the view. An act's first turn adds an entry, so that "back" undoes it; its further turns do not. */
  write(act = null) {
    clearTimeout(this.waiting);
    this.waiting = null;
    const search = write(location.search, this.view());
    if (act && history.state?.act !== act) history.pushState({ act }, "", search);
    else history.replaceState(history.state, "", search);
    keepView(this.view());
  }

  /** Write it soon: at each step of a slider it would be slow, and browsers allow only so many. */
  writeSoon() {
    this.waiting ??= setTimeout(() => this.write(), SETTLED_MS);
  }

  /** Write what is still to be written. */
  settle() {
    if (this.waiting) this.write();
  }

  /** What was still to be written belongs to an address that is gone. */
  forget() {
    clearTimeout(this.waiting);
    this.waiting = null;
  }
}
