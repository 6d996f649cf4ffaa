/** Teaches Leaflet, and its drawing tools where they are, to speak as the page does. */

/* global L */

{
  const words = JSON.parse(document.currentScript.dataset.words);
  const language = document.documentElement.lang === "ar" ? "ar-u-nu-arab" : "en";
  const measure = (key, number) => words[key].replace("%(n)s", new Intl.NumberFormat(language).format(number));

  L.Control.Zoom.mergeOptions({ zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out });
  L.Control.Scale.include({
    _updateMetric(most) {
      const metres = this._getRoundNum(most);
      this._updateScale(this._mScale, metres < 1000 ? measure("m", metres) : measure("km", metres / 1000), metres / most);
    },
  });
  if (L.drawLocal) teachToDraw(L.drawLocal, words);

  function teachToDraw({ draw, edit }, say) {
    Object.assign(draw.toolbar.buttons, { polygon: say.polygon, marker: say.marker });
    draw.toolbar.actions = { title: say.cancel, text: say.cancel };
    draw.toolbar.finish = { title: say.finish, text: say.finish };
    draw.toolbar.undo = { title: say.undo, text: say.undo };
    draw.handlers.marker.tooltip.start = say.marker_start;
    draw.handlers.polygon.tooltip = { start: say.polygon_start, cont: say.polygon_cont, end: say.polygon_end };
    Object.assign(edit.toolbar.buttons, { edit: say.edit, editDisabled: say.edit_none, remove: say.remove, removeDisabled: say.remove_none });
    edit.toolbar.actions = {
      save: { title: say.save, text: say.save }, cancel: { title: say.cancel, text: say.cancel }, clearAll: { title: say.clear, text: say.clear },
    };
    edit.handlers.edit.tooltip = { text: say.edit_help, subtext: say.edit_more };
    edit.handlers.remove.tooltip.text = say.remove_help;
  }
}
