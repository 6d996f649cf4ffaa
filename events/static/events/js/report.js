/** Mark and claim answer each other: pointing at one or focusing it lights up the other. */

const marks = [...document.querySelectorAll("mark[data-claims]")];
const claims = [...document.querySelectorAll("[data-claim]")];

function idsOf(node) {
  const mark = node.closest?.("mark[data-claims]");
  if (mark) return mark.dataset.claims.trim().split(" ");
  const claim = node.closest?.("[data-claim]");
  return claim ? [claim.dataset.claim] : [];
}

function light(event) {
  const ids = idsOf(event.target);
  for (const mark of marks) mark.classList.toggle("lit", mark.dataset.claims.trim().split(" ").some((id) => ids.includes(id)));
  for (const claim of claims) claim.classList.toggle("lit", ids.includes(claim.dataset.claim));
}

for (const name of ["pointerover", "focusin"]) document.addEventListener(name, light);
