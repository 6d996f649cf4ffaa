"""The looks of the map's states in a page: the patterns, and swatches for a key."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from events.pictures.looks import ON_PAGES, every_look, fill_of, patterns

register = template.Library()


@register.simple_tag
def look_patterns() -> SafeString:
    """All patterns, for the `defs` of a drawing that nobody sees."""
    return mark_safe(patterns(every_look(), ON_PAGES))


@register.simple_tag
def swatch(look: str) -> SafeString:
    """A small box with the look; `besieged` and `differs` are outlines. It lies where wide bands show both colours."""
    rings = {"besieged": "ring", "differs": "outline"}
    return format_html(
        '<svg width="26" height="16" viewBox="0 4 26 16" aria-hidden="true">'
        '<rect x="1.5" y="5.5" width="23" height="13" class="{}" fill="{}"/></svg>',
        rings.get(look, "box"),
        "none" if look in rings else fill_of(look, ON_PAGES),
    )
