"""What a step of the slider and the first paint cost in a browser."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles

from django.templatetags.static import static

SIZE = {"width": 1440, "height": 900}

# Time that callbacks of frames take is script too; the moment at which the still picture of the map is on the screen,
# as the browser tells it; and the one at which a page says that it is ready, once painted
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
const keep = (list) => { window.stillAt = list.getEntries()[0].renderTime; };
new PerformanceObserver(keep).observe({ type: "element", buffered: true });
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


@dataclass(frozen=True, slots=True)
class Paints:
    """Milliseconds, a round each: until colours stand as a picture, until they do as a map, until a plain map does."""

    still: list[float]
    live: list[float]
    plain: list[float]


def first_paints(chromium, address: str, shapes: str, rounds: int) -> Paints:
    """What an empty cache sees of the map's page, and of a page that only loads Leaflet and these shapes."""
    found = Paints([], [], [])
    for _ in range(rounds):
        still, live = _painted_at(_page(chromium), f"{address}/?lang=en")
        found.still.append(live if still is None else still)
        found.live.append(live)
        found.plain.append(_painted_at(_plain(_page(chromium), address, shapes), f"{address}/bench/plain")[1])
    return found


def _plain(page, address: str, shapes: str):
    html = PLAIN.format(css=static("leaflet/leaflet.css"), js=static("leaflet/leaflet.js"))
    answers = {
        "/bench/plain": (html, "text/html"),
        "/bench/plain.js": (PLAIN_SCRIPT, "text/javascript"),
        "/bench/shapes.json": (shapes, "application/json"),
    }
    for path, (body, kind) in answers.items():
        page.route(f"{address}{path}", _answering(body, kind))
    return page


def _answering(body: str, kind: str) -> Callable:
    return lambda route: route.fulfill(body=body, content_type=kind)


def _painted_at(page, url: str) -> tuple[float | None, float]:
    """When the still picture and when the map stood there; a picture that the map came before is never seen."""
    page.goto(url)
    page.wait_for_function("() => window.paintedAt", timeout=120_000)
    page.wait_for_timeout(200)  # the browser tells of the picture a moment after
    still, live = page.evaluate("[window.stillAt ?? null, window.paintedAt]")
    page.context.close()
    return still, live


def _page(chromium):
    page = chromium.new_context(viewport=SIZE).new_page()
    page.add_init_script(WATCH)
    return page
