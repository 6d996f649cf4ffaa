"""Places on the desk: what they are, where, and what belongs to them."""

from django import forms
from django.contrib import admin
from django.contrib.gis.geos import Point
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from leaflet.admin import LeafletGeoAdmin

from gazetteer.folding import fold_name
from gazetteer.models import Boundary, Membership, Place, Redirect

from . import degrees
from .maps import DeskMap
from .names import IdentifierInline, NameInline
from .shapes import BoundaryInline, RetiredInline, store_versions
from .slugs import FixedSlug
from .worded import worded

SIDES_OF_CITY = {
    "north": _("north"), "south": _("south"), "east": _("east"), "west": _("west"), "old": _("Old City"),
}  # fmt: skip


class PlaceForm(forms.ModelForm):
    """A place whose point is typed or clicked; what was typed counts."""

    lon = forms.FloatField(label=_("longitude"), required=False, min_value=-180, max_value=180)
    lat = forms.FloatField(label=_("latitude"), required=False, min_value=-90, max_value=90)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "position" in self.fields:
            self.fields["position"].required = False
        if self.instance.position:
            self.initial["lon"] = round(self.instance.position.x, 6)
            self.initial["lat"] = round(self.instance.position.y, 6)

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        if Redirect.objects.filter(slug=slug).exists():
            raise forms.ValidationError(_("This slug leads to another place since a merge. Choose a new one."))
        return slug

    def clean_within(self) -> Place | None:
        within = self.cleaned_data["within"]
        if within and within.pk == self.instance.pk:
            raise forms.ValidationError(_("A place does not lie within itself."))
        return within

    def clean_position(self):
        position = self.cleaned_data["position"]
        if position:
            degrees.check(position)
        return position

    def clean(self):
        cleaned = super().clean()
        lon, lat = cleaned.get("lon"), cleaned.get("lat")
        if {"lon", "lat"}.intersection(self.changed_data):
            if lon is None or lat is None:
                self.add_error("lon" if lon is None else "lat", _("Give both, in decimal degrees."))
            else:
                cleaned["position"] = Point(lon, lat, srid=4326)
        if not cleaned.get("position") and not self.errors:
            self.add_error("position", _("Click the place on the map, or type its longitude and latitude."))
        return cleaned


class MemberForm(forms.ModelForm):
    def clean_member(self) -> Place:
        member = self.cleaned_data["member"]
        if member.pk == self.instance.region_id:
            raise forms.ValidationError(_("A region is no member of itself."))
        return member


class MemberInline(admin.TabularInline):
    """What a region speaks of."""

    model = Membership
    form = MemberForm
    fk_name = "region"
    autocomplete_fields = ["member"]
    extra = 0


class RegionInline(admin.TabularInline):
    """The regions that a place belongs to."""

    model = Membership
    fk_name = "member"
    autocomplete_fields = ["region"]
    verbose_name = _("region")
    verbose_name_plural = _("regions it belongs to")
    extra = 0


@admin.register(Place)
class PlaceAdmin(FixedSlug, LeafletGeoAdmin):
    form = PlaceForm
    widget = DeskMap
    list_display = ["slug", "shown_name_ar", "shown_name_en", "kind", "side_in_words", "position_confidence"]
    list_filter = ["kind", ("side_of_city", worded(SIDES_OF_CITY)), "in_old_city", "position_confidence"]
    search_fields = ["slug", "names__folded"]
    autocomplete_fields = ["within"]
    fieldsets = [
        (None, {"fields": [("slug", "kind"), ("side_of_city", "in_old_city"), "within", "notes"]}),
        (_("Position"), {"fields": [("lon", "lat"), "position", ("position_source", "position_confidence")]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).with_surroundings()

    def get_inlines(self, request, place):
        members = MemberInline if place and place.kind == Place.Kind.REGION else RegionInline
        return [NameInline, members, IdentifierInline, BoundaryInline, RetiredInline]

    def get_search_results(self, request, places: QuerySet, term: str):
        """Names are compared folded, so that every spelling of one is found."""
        return super().get_search_results(request, places, fold_name(term))

    def suggested(self, place: Place) -> str:
        """The place as a field that completes itself offers it."""
        return place.described()

    def save_formset(self, request, form, formset, change):
        if formset.model is Boundary:
            store_versions(formset)
        else:
            super().save_formset(request, form, formset, change)

    @admin.display(description=_("side of the city"), ordering="side_of_city")
    def side_in_words(self, place: Place) -> str:
        return SIDES_OF_CITY.get(place.side_of_city, place.side_of_city)

    @admin.display(description=_("Arabic"))
    def shown_name_ar(self, place: Place) -> str:
        return place.name_ar

    @admin.display(description=_("English"))
    def shown_name_en(self, place: Place) -> str:
        return place.name_en
