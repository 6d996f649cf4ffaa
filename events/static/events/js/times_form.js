/** The forms of the three times: Enter in a field sends its form, also where the browser would open a calendar. */

for (const form of document.querySelectorAll(".times form")) {
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input")) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
