"""Merging two places: chosen in the list, looked at on a page of its own, done in one act."""

from django.contrib import admin, messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events import control, regions
from events.admin.names import InTurn
from events.merging import merge
from events.models import ControlEvent
from gazetteer.admin.places import PlaceAdmin
from gazetteer.merging import CannotMerge
from gazetteer.models import Membership, Place

NEEDED = ("gazetteer.change_place", "events.change_claim", "events.add_controlevent")

admin.site.unregister(Place)


@admin.register(Place)
class PlaceWithRecordAdmin(InTurn, PlaceAdmin):
    """The gazetteer's places, and what of the record must move when two are one or a region gets other members."""

    actions = ["merge_two"]

    def save_related(self, request, form, formsets, change):
        """What is said of a region holds for its members, so the map follows them at once."""
        with regions.still_followed():
            before = _memberships_of(form.instance)
            super().save_related(request, form, formsets, change)
            changed = {member for _, member, *_ in before ^ _memberships_of(form.instance)}
            control.rebuild(changed, by=request.user, reason=f"Corrected the regions of {form.instance.slug}"[:300])

    def has_merge_permission(self, request: HttpRequest) -> bool:
        """Whoever may correct places and claims and enter events, since a merge does all three."""
        return request.user.has_perms(NEEDED)

    @admin.action(description=gettext_lazy("Merge two places"), permissions=["merge"])
    def merge_two(self, request: HttpRequest, places) -> HttpResponse | None:
        two = list(places.order_by("slug"))
        if len(two) != 2:
            self.message_user(request, _("Select exactly two places to merge."), messages.ERROR)
            return None
        staying = next((place for place in two if str(place.pk) == request.POST.get("into")), None)
        if staying is None:
            return self._ask(request, two)
        going = next(place for place in two if place != staying)
        return self._merge(request, going, staying)

    def _ask(self, request: HttpRequest, two: list[Place]) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Merge two places"),
            "opts": self.opts,
            "places": [(place, moving_with(place)) for place in two],
        }
        return TemplateResponse(request, "admin/gazetteer/place/merge.html", context)

    def _merge(self, request: HttpRequest, going: Place, staying: Place) -> HttpResponse | None:
        try:
            merge(going, staying, by=request.user)
        except CannotMerge as error:
            self.message_user(request, str(error), messages.ERROR)
            return None
        self.log_change(request, staying, f"Merged {going.slug} into it")
        done = _("“%(going)s” is merged into “%(staying)s”; its old address leads there.")
        self.message_user(request, done % {"going": going.slug, "staying": staying.slug}, messages.SUCCESS)
        return redirect("admin:gazetteer_place_change", staying.pk)


def moving_with(place: Place) -> list[tuple[str, int]]:
    """What would move with the place: what it is called, and how many."""
    entries = place.control_events.live().filter(origin=ControlEvent.Origin.ENTERED)
    return [
        (_("names"), place.names.count()),
        (_("identifiers"), place.identifiers.count()),
        (_("regions it belongs to"), place.regions.count()),
        (_("members"), place.memberships.count()),
        (_("landmarks"), place.landmarks.count()),
        (_("shapes"), place.boundaries.count()),
        (_("claims"), place.claims.count()),
        (_("entries"), entries.count()),
    ]


def _memberships_of(place: Place) -> set[tuple]:
    """The regions it belongs to and the members it has: region, member and the days of it."""
    found = Membership.objects.filter(Q(region=place) | Q(member=place))
    return set(found.values_list("region", "member", "valid_from", "valid_until"))
