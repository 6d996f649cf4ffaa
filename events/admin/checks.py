"""What the checks find, for editors: possible faults, each with the row that shows it."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from events.checks import CHECKS, Fault, faults
from events.derivation import UMBRELLAS
from events.models import Actor
from gazetteer.models import Place


def checks_page(request: HttpRequest, admin_site, opts) -> HttpResponse:
    """The page of the checks, all of them or the one that `?check=` names."""
    found = sorted(faults(), key=lambda fault: (list(CHECKS).index(fault.check), -fault.at.timestamp()))
    chosen = request.GET.get("check")
    shown = [fault for fault in found if chosen in (None, "", fault.check)]
    context = {
        **admin_site.each_context(request),
        "title": _("Checks"),
        "opts": opts,
        "checks": _counted(found, chosen),
        "rows": _rows(shown),
        "chosen": chosen,
    }
    return TemplateResponse(request, "admin/events/checks.html", context)


def _counted(found: list[Fault], chosen: str | None) -> list[dict]:
    counts = Counter(fault.check for fault in found)
    return [
        {"id": check, "name": name, "what_to_do": what_to_do, "count": counts[check], "is_chosen": check == chosen}
        for check, (name, what_to_do) in CHECKS.items()
    ]


def _rows(shown: list[Fault]) -> list[dict]:
    places = Place.every.with_names().in_bulk({fault.place for fault in shown})
    umbrellas = {row.slug: row.name for row in Actor.objects.filter(slug__in=UMBRELLAS.values())}
    sides = {side: umbrellas.get(slug, side) for side, slug in UMBRELLAS.items()}
    return [
        {
            "check": CHECKS[fault.check][0],
            "place": places[fault.place],
            "at": fault.at,
            "side": sides.get(fault.side, fault.side),
            "other": sides.get(fault.other, fault.other),
            "number": fault.number,
            "is_silence": fault.check == "silent",
            "url": _url(fault),
        }
        for fault in shown
        if fault.place in places
    ]


def _url(fault: Fault) -> str:
    """Where an editor looks at what shows it: the claim, else the event."""
    if fault.claim:
        return reverse("admin:events_claim_change", args=[fault.claim])
    return reverse("admin:events_controlevent_change", args=[fault.event])
