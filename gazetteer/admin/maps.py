"""The maps that editors work on."""

from django.contrib.gis.gdal import GDALException
from django.forms import Media, Script
from django.urls import reverse_lazy
from leaflet.admin import LeafletAdminWidget

from gazetteer import map_words


class DeskMap(LeafletAdminWidget):
    """A map with the other places below what is edited, and a point that follows its numbers."""

    def deserialize(self, value):
        """The geometry that was sent, None for one that cannot be read."""
        try:
            return super().deserialize(value)
        except GDALException:
            return None

    @property
    def media(self):
        script = Script("gazetteer/js/desk-map.js", **{"data-outlines": reverse_lazy("outlines")})
        stock = super().media
        # One list, since what stands alone in a list of its own may be put before what it needs
        words = Script(map_words.ADDRESS, **{"data-words": map_words.map_words()})
        return Media(js=[*stock._js, words, script], css=stock._css) + Media(
            css={"all": ["gazetteer/css/desk-map.css"]}
        )


class OutlineMap(DeskMap):
    """A map to draw outlines on, whose store keeps their holes."""

    field_store_class = "L.OutlineStore"
