/** The maps of the editors' desk: marker images, outlines of the other places below, a point that is typed or clicked. */

/* global L */

const AROUND_M = 20_000;
const script = document.currentScript;
const images = new URL("../../leaflet/images/", script.src).href;

window.addEventListener("map:init", ({ detail: { map } }) => {
  L.Icon.Default.imagePath = images;
  map.once("map:loadfield", ({ field, fieldid }) => {
    if (fieldid === "id_position") joinWithNumbers(map, field);
    if (!field.drawnItems.getLayers().length) lookAtThePoint(map);
    finishWhenSaved(map, field);
    drawOutlines(map);
  });
});

/** The shapes of all places around, for orientation; the map works without them too. */
async function drawOutlines(map) {
  map.createPane("outlines").style.zIndex = 250;
  map.getPane("outlines").style.pointerEvents = "none";
  const answer = await fetch(`${script.dataset.outlines}?bbox=${map.getCenter().toBounds(AROUND_M).toBBoxString()}`).catch(() => null);
  if (!answer?.ok) return;
  L.geoJSON(await answer.json(), { pane: "outlines", interactive: false, style: { className: "outline", weight: 1, renderer: L.svg({ pane: "outlines" }) } }).addTo(map);
  map.getContainer().dataset.outlined = "true";
}

/** An outline whose last corner was not joined to the first is closed when the form is sent, so that it is not lost. */
function finishWhenSaved(map, field) {
  map.getContainer().closest("form").addEventListener("submit", () => {
    for (const handler of drawing(field)) handler.completeShape?.();
  }, { capture: true });
}

/** An empty map of a shape opens where the place is. */
function lookAtThePoint(map) {
  const [lon, lat] = numbers().map((input) => parseFloat(input?.value));
  if (Number.isFinite(lon) && Number.isFinite(lat)) map.setView([lat, lon], 14);
}

function numbers() {
  return ["id_lon", "id_lat"].map((id) => document.getElementById(id));
}

/** Longitude and latitude follow the marker, and the marker follows them. */
function joinWithNumbers(map, field) {
  const inputs = numbers();
  if (inputs.includes(null)) return;
  const write = () => {
    const [marker] = field.drawnItems.getLayers();
    const { lng, lat } = marker ? marker.getLatLng() : { lng: null, lat: null };
    inputs.forEach((input, number) => { input.value = marker ? [lng, lat][number].toFixed(6) : ""; });
  };
  map.on("draw:created draw:edited draw:deleted", write);
  map.on("click", ({ latlng }) => {
    if (isDrawing(field)) return;
    put(field, latlng);
    write();
  });
  for (const input of inputs) input.addEventListener("change", () => follow(map, field, inputs));
}

function follow(map, field, inputs) {
  const [lon, lat] = inputs.map((input) => parseFloat(input.value));
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return;
  put(field, L.latLng(lat, lon));
  map.panTo([lat, lon], { animate: false });
}

function put(field, latlng) {
  field.drawnItems.clearLayers();
  field.drawnItems.addLayer(L.marker(latlng));
  field.store.save(field.drawnItems);
}

function isDrawing(field) {
  return Object.values(field._drawControl._toolbars).some((toolbar) => toolbar.enabled());
}

/** The tools that are drawing something just now. */
function drawing(field) {
  const tools = Object.values(field._drawControl._toolbars).flatMap(({ _modes }) => Object.values(_modes));
  return tools.map(({ handler }) => handler).filter((handler) => handler.enabled());
}

/** The form field of an outline: all parts, each with its holes, which the stock store leaves out. */
L.OutlineStore = L.FieldStore.extend({
  _serialize(group) {
    const parts = group.getLayers().map((layer) => layer.toGeoJSON(6).geometry);
    const coordinates = parts.flatMap(({ type, coordinates: rings }) => (type === "MultiPolygon" ? rings : [rings]));
    return coordinates.length ? JSON.stringify({ type: "MultiPolygon", coordinates }) : "";
  },
});
