"""What a page with a map needs beside Leaflet."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html

from gazetteer import map_words

register = template.Library()


@register.simple_tag
def words_of_maps() -> str:
    """The script that teaches Leaflet the reader's language; to stand after it."""
    return format_html('<script src="{}" data-words="{}"></script>', static(map_words.ADDRESS), map_words.map_words())
