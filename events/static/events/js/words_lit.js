/** The words of the text that a claim rests on, lit and labelled. */

import { idsIn, labelsOf, roleIn } from "./roles.js";

const marks = [...document.querySelectorAll(".marked-text mark")];
const claims = [...document.querySelectorAll("[data-claim]")];
const atRest = marks.map((mark) => ({ role: mark.dataset.role, label: mark.dataset.label }));
const names = new Map([...document.querySelectorAll(".mark-key mark")].map(({ dataset }) => [dataset.role, dataset.name]));

/** The claims that these words belong to. */
export function claimsOf(mark) {
  return [...new Set([...idsIn(mark.dataset.claims), ...idsIn(mark.dataset.roles).map((one) => one.split(":")[0])])];
}

/** Light the words and the entries of these claims; of a single one, name what each of its words is to it. */
export function light(ids) {
  const only = ids.length === 1 ? ids[0] : null;
  marks.forEach((mark) => mark.classList.toggle("lit", idsIn(mark.dataset.claims).some((id) => ids.includes(id))));
  claims.forEach((claim) => claim.classList.toggle("lit", ids.includes(claim.dataset.claim)));
  document.querySelectorAll(".marked-text").forEach((text) => text.classList.toggle("asking", only !== null));
  const now = only === null ? atRest : labelled(only);
  marks.forEach((mark, at) => write(mark.dataset, now[at]));
}

function labelled(id) {
  const words = marks.map((mark, at) => {
    const role = roleIn(mark.dataset.roles, id);
    return { role, label: names.get(role) ?? role, follows: at > 0 && mark.previousSibling === marks[at - 1] };
  });
  const labels = labelsOf(words);
  return words.map(({ role }, at) => ({ role, label: labels[at] }));
}

function write(dataset, { role, label }) {
  for (const [key, value] of Object.entries({ role, label })) {
    if (value) dataset[key] = value;
    else delete dataset[key];
  }
}
