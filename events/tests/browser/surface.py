"""The map's canvas, as a test takes hold of it: places are clicked where they lie, and their colour is read."""

COLOURS = """([slug, size]) => {
  const { x, y } = document.querySelector(`button[data-place="${slug}"]`).getBoundingClientRect();
  const canvas = document.querySelector(".leaflet-overlay-pane canvas");
  const box = canvas.getBoundingClientRect();
  const sharpness = canvas.width / box.width;
  const at = [x + 12 - box.x - size / 2, y + 12 - box.y - size / 2, size, size].map((part) => part * sharpness);
  const { data } = canvas.getContext("2d").getImageData(...at);
  const hex = (part) => part.toString(16).padStart(2, "0");
  const found = new Set();
  for (let dot = 0; dot < data.length; dot += 4) found.add(`#${[...data.slice(dot, dot + 3)].map(hex).join("")}`);
  return [...found];
}"""  # fmt: skip


def click_place(page, slug: str) -> None:
    """Click the canvas in the middle of the place."""
    page.locator(f'button[data-place="{slug}"]').click(force=True)


def colours_of(page, slug: str, size: int = 24) -> set[str]:
    """The colours that the canvas has in the middle of the place."""
    frames = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    page.evaluate(frames)
    return set(page.evaluate(COLOURS, [slug, size]))
