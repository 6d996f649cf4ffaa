"""The looks of the map's states in a page: the patterns, and swatches for a key."""

from django import template
from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from events.pictures.looks import ON_PAGES, PALER, every_look, fill_of, patterns

from .reader import number

OUTLINES = ("besieged", "differs")
register = template.Library()


@register.simple_tag
def look_patterns() -> SafeString:
    """All patterns, for the `defs` of a drawing that nobody sees."""
    return mark_safe(patterns(every_look(), ON_PAGES))


@register.simple_tag
def swatch(look: str) -> SafeString:
    """A small box with the look; `besieged` and `differs` are outlines. It lies where wide bands show both colours."""
    fill = "none" if look in OUTLINES else fill_of(look, ON_PAGES)
    kind = f"swatch-box {look}" if look in OUTLINES else "swatch-box"
    return _boxed(format_html('<rect x="1.5" y="5.5" width="23" height="13" class="{}" fill="{}"/>', kind, fill))


@register.simple_tag
def swatch_of_the_front() -> SafeString:
    """A stretch of the line between sides."""
    return _boxed(mark_safe('<line x1="1.5" y1="12" x2="24.5" y2="12" class="swatch-front"/>'))


@register.simple_tag
def swatch_of_ages() -> SafeString:
    """The same colour in each step of age, in one box."""
    step = '<rect x="{}" y="5.5" width="5.75" height="13" fill="var(--government)" opacity="{}"/>'
    return _boxed(format_html_join("", step, ((1.5 + 5.75 * age, left) for age, left in enumerate(PALER))))


@register.simple_tag
def paler_in_words() -> str:
    """What a faded colour says; nothing where colours do not fade."""
    days = settings.CONTROL_STALE_DAYS
    told = ngettext("paler: no evidence for %(n)s day", "paler: no evidence for %(n)s days", days)
    return told % {"n": number(days)} if days else ""


def _boxed(drawn: SafeString) -> SafeString:
    box = '<svg class="swatch" width="26" height="16" viewBox="0 4 26 16" aria-hidden="true">{}</svg>'
    return format_html(box, drawn)
