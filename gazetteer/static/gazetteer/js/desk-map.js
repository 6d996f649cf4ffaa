/** The maps of the editors' desk: where Leaflet finds its marker, which it cannot guess under hashed file names. */

const images = new URL("../../leaflet/images/", document.currentScript.src).href;

window.addEventListener("map:init", () => {
  L.Icon.Default.imagePath = images;
});
