/** The map in print: its canvas stays as it is on the screen, so that the whole of it is made to fit the paper. */

const PAPER = { width: 1030, height: 620 }; // A4 lying, within its margins and with room for the day below

/** Tell the sheet for print how large the map is, each time before it is printed. */
export function fitPaper(frame) {
  addEventListener("beforeprint", () => {
    const { clientWidth: width, clientHeight: height } = frame;
    frame.style.setProperty("--shown-width", `${width}px`);
    frame.style.setProperty("--shown-height", `${height}px`);
    frame.style.setProperty("--to-paper", Math.min(1, PAPER.width / width, PAPER.height / height).toFixed(3));
  });
}
