/** The link that gives this view for good: shown in a field, and copied where the browser allows it. */

/** `link()` gives the address, and whether it is pinned to a revision. */
export function shareLink(button, dialog, { say, link }) {
  const part = (name) => dialog.querySelector(`[data-link="${name}"]`);
  const [field, words, result] = ["field", "words", "result"].map(part);
  button.addEventListener("click", () => {
    const { url, isPinned } = link();
    field.value = url;
    words.textContent = say(isPinned ? "link_pinned" : "link_not_pinned");
    result.textContent = "";
    dialog.showModal();
    field.select();
    copy();
  });
  part("copy").addEventListener("click", copy);

  async function copy() {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      result.textContent = say("link_copied");
    } catch {
      result.textContent = say("link_copy_by_hand");
    }
  }
}
