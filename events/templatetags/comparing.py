"""The ways to compare, each led to with what it takes of what the page is asked."""

from django import template
from django.urls import reverse
from django.utils.http import urlencode

from events.views.asked import is_day

register = template.Library()
DAYS = ("on", "from", "to", "known")
TAKEN = {
    "compare": DAYS,  # accounts are of no revision, and are chosen there
    "changed": (*DAYS, "revision", "sources"),
    "counts": ("known", "revision", "sources"),  # a day would leave only the counts of that day
}


@register.simple_tag(takes_context=True)
def to_compare(context: dict, page: str) -> str:
    """The address of a page that compares, with the days, times and sources of this page; without what is wrong."""
    given = context["request"].GET if "request" in context else {}
    wrong = context.get("times", {}).get("wrong", ())
    kept = {name: given[name] for name in TAKEN[page] if given.get(name) and name not in wrong}
    kept = {name: value for name, value in kept.items() if name not in DAYS or is_day(value)}
    return f"{reverse(page)}?{urlencode(kept)}" if kept else reverse(page)
