/** Buttons that copy a text of the page, or what an address gives; where there is no clipboard they stay away. */

for (const button of document.querySelectorAll("[data-copies], [data-copies-text]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}

async function copy(button) {
  const told = button.parentElement.querySelector("[data-copied]");
  button.setAttribute("aria-busy", "true");
  try {
    await navigator.clipboard.writeText(await wanted(button.dataset));
    told.textContent = button.dataset.done;
  } catch {
    told.textContent = button.dataset.failed;
  }
  button.removeAttribute("aria-busy");
}

async function wanted({ copies, copiesText }) {
  if (copiesText) return document.getElementById(copiesText).textContent;
  const answer = await fetch(copies);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}
