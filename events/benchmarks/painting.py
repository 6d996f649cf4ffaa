"""What a step of the slider and the first paint cost in a browser."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles

SIZE = {"width": 1440, "height": 900}

# Time that callbacks of frames take is script too; and the moment at which a page says it is ready, once painted
WATCH = """
window.inFrames = 0;
const ask = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (told) => ask((now) => {
  const began = performance.now();
  told(now);
  window.inFrames += performance.now() - began;
});
const look = () => {
  if (!document.querySelector("[data-painted], [data-ready]")) return ask(look);
  ask(() => { window.paintedAt = performance.now(); });
};
ask(look);
"""

# The same days in each round: first one by one, each after a rest, with an empty frame beside it; then a day a frame,
# as a hand drags. The first frame after a rest comes out of turn and cuts short the one behind it, so two are let pass.
STEPS = """async ({ days, rounds }) => {
  const slider = document.querySelector('[data-dock="slider"]');
  const middle = Math.round((Number(slider.min) + Number(slider.max)) / 2);
  const next = () => new Promise((done) => requestAnimationFrame(() => done(performance.now())));
  const rest = () => new Promise((done) => setTimeout(done, 100));
  const show = (day) => {
    slider.value = day;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const frame = async (act) => {
    const began = await next();
    window.inFrames = 0;
    const before = performance.now();
    act();
    const atOnce = performance.now() - before;
    const ended = await next();
    return { took: ended - began, script: atOnce + window.inFrames };
  };
  const found = { rested: Array(days).fill(Infinity), dragged: Array(days).fill(Infinity), step: [], empty: [] };
  const keep = (list, day, { script }) => { list[day] = Math.min(list[day], script); };
  const each = async (act) => {
    for (let round = 0; round < rounds; round += 1) {
      show(middle);
      await rest();
      for (let day = 0; day < days; day += 1) await act(day, () => show(middle + 1 + day));
    }
  };
  const rested = async (act) => {
    await rest();
    await next();
    await next();
    return frame(act);
  };
  await each(async (day, act) => {
    found.empty.push((await rested(() => {})).took);
    const step = await rested(act);
    found.step.push(step.took);
    keep(found.rested, day, step);
  });
  await each(async (day, act) => keep(found.dragged, day, await frame(act)));
  return found;
}"""

PLAIN = """<!doctype html><html><head><link rel="stylesheet" href="{css}"><script src="{js}"></script></head>
<body><div id="map"></div><script src="/bench/plain.js"></script></body></html>"""
PLAIN_SCRIPT = """
document.getElementById("map").style.height = "900px";
const map = L.map("map", { preferCanvas: true, center: [36.2, 37.15], zoom: 12 });
fetch("/bench/shapes.json").then((answer) => answer.json()).then((shapes) => {
  const style = { fillColor: "#9c3526", fillOpacity: 1, color: "#fff", weight: 1 };
  const layer = L.geoJSON(shapes, { style }).addTo(map);
  map.fitBounds(layer.getBounds(), { animate: false });
  document.body.dataset.ready = "true";
});
"""


@dataclass(frozen=True, slots=True)
class Steps:
    """Milliseconds: script of each day's step in its best round, and the frames of all steps and of empty ones."""

    rested: list[float]
    dragged: list[float]
    step: list[float]
    empty: list[float]
    requests: int

    @property
    def script_at_95(self) -> float:
        return quantiles(self.dragged, n=20)[-1]

    @property
    def rested_script_at_95(self) -> float:
        return quantiles(self.rested, n=20)[-1]

    @property
    def frame_ratio(self) -> float:
        return median(self.step) / median(self.empty)

    @property
    def frame_at_95_ratio(self) -> float:
        return quantiles(self.step, n=20)[-1] / quantiles(self.empty, n=20)[-1]


def steps(chromium, address: str, days: int, rounds: int, timeline: str | None = None) -> Steps:
    """So many days' steps of the slider on the real page; `timeline` stands in for the server's answer."""
    page = _page(chromium)
    if timeline is not None:
        page.route("**/api/v1/timeline*", _answering(timeline, "application/json"))
    page.goto(f"{address}/?lang=en")
    page.locator("#map-page[data-ready]").wait_for(timeout=120_000)
    page.wait_for_load_state("networkidle")
    page.evaluate(STEPS, {"days": 20, "rounds": 1})  # to warm up
    page.wait_for_timeout(1000)
    asked: list[str] = []
    page.on("request", lambda request: _is_icon(request.url) or asked.append(request.url))
    found = page.evaluate(STEPS, {"days": days, "rounds": rounds})
    requests = len(asked)
    page.context.close()
    return Steps(**found, requests=requests)


def _is_icon(url: str) -> bool:
    """Chromium looks at it whenever the address changes, and finds it in its cache."""
    return "icon" in url


def first_paints(chromium, address: str, shapes: str, rounds: int) -> tuple[list[float], list[float]]:
    """Milliseconds until the coloured map stands, and until a page does that only loads Leaflet and these shapes."""
    ours, plain = [], []
    for _ in range(rounds):
        ours.append(_painted_at(_page(chromium), f"{address}/?lang=en"))
        plain.append(_painted_at(_plain(_page(chromium), address, shapes), f"{address}/bench/plain"))
    return ours, plain


def _plain(page, address: str, shapes: str):
    script, sheet = _leaflet(page, address)
    answers = {
        "/bench/plain": (PLAIN.format(css=sheet, js=script), "text/html"),
        "/bench/plain.js": (PLAIN_SCRIPT, "text/javascript"),
        "/bench/shapes.json": (shapes, "application/json"),
    }
    for path, (body, kind) in answers.items():
        page.route(f"{address}{path}", _answering(body, kind))
    return page


def _answering(body: str, kind: str) -> Callable:
    return lambda route: route.fulfill(body=body, content_type=kind)


def _leaflet(page, address: str) -> tuple[str, str]:
    """The addresses of Leaflet's script and style sheet, as the product's own page names them."""
    html = page.request.get(f"{address}/?lang=en").text()
    names = [part.split('"')[0] for part in html.split('="')[1:]]
    script = next(name for name in names if "/leaflet/leaflet." in name and name.endswith(".js"))
    return script, next(name for name in names if "/leaflet/leaflet." in name and name.endswith(".css"))


def _painted_at(page, url: str) -> float:
    page.goto(url)
    page.wait_for_function("() => window.paintedAt", timeout=120_000)
    moment = page.evaluate("window.paintedAt")
    page.context.close()
    return moment


def _page(chromium):
    page = chromium.new_context(viewport=SIZE).new_page()
    page.add_init_script(WATCH)
    return page
