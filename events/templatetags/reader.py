"""Days, numbers and the map's sentences as the reader's language has them."""

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import json_script
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.map_strings import map_strings
from events.questions import Question

register = template.Library()
IN_THE_ADDRESS = ("on", "at", "from", "to", "place", "known", "revision", "sources")
CHANGED_BY_THE_TIMES = ("on", "known", "revision", "sources", "lang", "page")
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@register.filter
def number(value: object) -> str:
    """The number with the digits of the reader's language."""
    text = str(value)
    return text.translate(ARABIC_DIGITS) if get_language() == "ar" else text


@register.filter
def area(value: float) -> str:
    """Square kilometres with two decimals; in Arabic with its own digits and decimal mark."""
    return _decimal(f"{value:.2f}")


@register.filter
def figure(value: float) -> str:
    """A figure with one decimal where it has one."""
    return _decimal(f"{value:.1f}".removesuffix(".0"))


@register.filter
def hundredths(value: float) -> str:
    """A figure with two decimals where it has any, such as how sure a reading is, of 1."""
    return _decimal(f"{value:.2f}".removesuffix(".00"))


def _decimal(text: str) -> str:
    return number(text).replace(".", "٫") if get_language() == "ar" else text


@register.filter
def day(value: date | datetime | None) -> str:
    """The day in Damascus in words; in Arabic with the month names of the Levant."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
    locale = "ar_SY" if get_language() == "ar" else "en_GB"
    return number(format_date(value, "d MMMM y", locale=locale))


@register.filter
def day_in_full(value: date) -> str:
    """The day in words with its weekday, as on the map's dock."""
    locale, shape = ("ar_SY", "EEEE، d MMMM y") if get_language() == "ar" else ("en_GB", "EEEE, d MMMM y")
    return number(format_date(value, shape, locale=locale))


@register.filter
def with_hour(words: str, hour: int | None) -> str:
    """The day in words and the hour of it, as on the map's dock: "7 December 2016, 14:00"."""
    return words if hour is None else _(", ").join((words, clock(hour)))


@register.filter
def clock(hour: int) -> str:
    """The hour on a clock: "14:00", "١٤:٠٠"."""
    return number(f"{hour:02}:00")


@register.filter
def moment(question: Question) -> str:
    """The day that is asked for, and the hour of it where one is."""
    return with_hour(day(question.on), question.at)


@register.simple_tag(takes_context=True)
def in_this_view(context: dict, address: str, **more: str) -> str:
    """The address, at the day or days and the times of the record that the page is asked for; `more` is added."""
    given = context["request"].GET if "request" in context else {}
    question = context.get("times", {}).get("question")
    dropped = ("on", "at") if question and question.on is None else ()  # no day, for which the page chose one
    kept = {name: given[name] for name in IN_THE_ADDRESS if given.get(name) and name not in dropped} | more
    return f"{address}?{urlencode(kept)}" if kept else address


@register.simple_tag(takes_context=True)
def picture_of_this_view(context: dict, kind: str) -> str:
    """The address of a picture of it, in the language of the page that it is taken from."""
    address = in_this_view(context, reverse(f"map-{kind}"))
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'lang': get_language()})}"


@register.simple_tag(takes_context=True)
def beside_the_times(context: dict) -> dict[str, str]:
    """What the address names beside the day and the times of the record: a form that changes those keeps the rest."""
    given, wrong = context["request"].GET, context["times"]["wrong"]
    return {name: given[name] for name in given if given[name] and name not in {*CHANGED_BY_THE_TIMES, *wrong}}


@register.simple_tag
def strings_of_the_map() -> str:
    """The sentences that the map's script says, as JSON in the page."""
    return _strings_in(get_language())


@cache
def _strings_in(language: str) -> str:
    """In the active language, whose name tells one answer from the other."""
    return json_script(map_strings(), "map-strings")
