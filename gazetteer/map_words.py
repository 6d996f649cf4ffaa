"""What Leaflet and its drawing tools say by themselves, in the reader's language."""

import json

from django.utils.translation import gettext as _

ADDRESS = "gazetteer/js/map-words.js"


def map_words() -> str:
    """Sentences by key, as JSON for the script that teaches them to Leaflet."""
    return json.dumps({**_of_the_map(), **_of_drawing(), **_of_editing()}, ensure_ascii=False)


def _of_the_map() -> dict[str, str]:
    return {
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "km": _("%(n)s km"),
        "m": _("%(n)s m"),
    }


def _of_drawing() -> dict[str, str]:
    return {
        "polygon": _("Draw a polygon"),
        "marker": _("Draw a marker"),
        "marker_start": _("Click map to place marker."),
        "polygon_start": _("Click to start drawing shape."),
        "polygon_cont": _("Click to continue drawing shape."),
        "polygon_end": _("Click first point to close this shape."),
        "finish": _("Finish"),
        "undo": _("Delete last point"),
        "cancel": _("Cancel"),
    }


def _of_editing() -> dict[str, str]:
    return {
        "edit": _("Edit layers"),
        "edit_none": _("No layers to edit"),
        "edit_help": _("Drag handles or markers to edit features."),
        "edit_more": _("Click cancel to undo changes."),
        "remove": _("Delete layers"),
        "remove_none": _("No layers to delete"),
        "remove_help": _("Click on a feature to remove."),
        "save": _("Save"),
        "clear": _("Clear all"),
    }
