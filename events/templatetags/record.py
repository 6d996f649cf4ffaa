"""The figures of a source's record, in words; those that rest on little say so."""

from django import template
from django.utils.translation import get_language, gettext, ngettext

from events.templatetags.reader import number
from events.track_record import FEW, Record

register = template.Library()


@register.simple_tag
def share(part: int, whole: int) -> str:
    """ "67 %", or "2 of 3" where there are too few for per cent; a dash of none."""
    if not whole:
        return "–"
    if whole < FEW:
        return gettext("%(part)s of %(whole)s") % {"part": number(part), "whole": number(whole)}
    return gettext("%(share)s %%") % {"share": number(round(100 * part / whole))}


@register.filter
def few(whole: int) -> str:
    """That a figure rests on too little, if it does."""
    return gettext("few cases") if 0 < whole < FEW else ""


def _decimal_mark() -> str:
    return "٫" if get_language() == "ar" else "."


@register.filter
def lag(record: Record) -> str:
    """How many days after or before the assessed day it published, in the middle of all cases."""
    days = record.lag
    if days is None:
        return "–"
    if days == 0:
        return gettext("same day")
    amount = int(abs(days)) if float(days).is_integer() else abs(days)
    shown = {"n": number(amount).replace(".", _decimal_mark())}
    counted = int(amount) if float(amount).is_integer() else 100
    if days > 0:
        return ngettext("%(n)s day later", "%(n)s days later", counted) % shown
    return ngettext("%(n)s day earlier", "%(n)s days earlier", counted) % shown
