/** Buttons that copy what an address gives, such as the rows of a table as CSV; without a clipboard they stay away. */

for (const button of document.querySelectorAll("[data-copies]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}

async function copy(button) {
  const told = button.parentElement.querySelector("[data-copied]");
  button.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(button.dataset.copies);
    if (!answer.ok) throw new Error(`${answer.status}`);
    await navigator.clipboard.writeText(await answer.text());
    told.textContent = button.dataset.done;
  } catch {
    told.textContent = button.dataset.failed;
  }
  button.removeAttribute("aria-busy");
}
