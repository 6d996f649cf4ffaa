"""What waits for an editor, on the first page of the desk."""

from django import template

from events.admin.waiting import Waiting
from events.admin.waiting import what_waits as found

register = template.Library()


@register.simple_tag(takes_context=True)
def what_waits(context: dict) -> list[Waiting]:
    return found(context["request"].user)
