"""The gazetteer on the editors' desk."""

from typing import ClassVar

from django.contrib import admin
from leaflet.admin import LeafletGeoAdmin, LeafletGeoAdminMixin

from .models import Boundary, Membership, Place, PlaceName


class NameInline(admin.TabularInline):
    model = PlaceName
    extra = 1
    fields = ["text", "language", "kind"]


class MemberInline(admin.TabularInline):
    model = Membership
    fk_name = "region"
    autocomplete_fields = ["member"]
    extra = 0


class BoundaryInline(LeafletGeoAdminMixin, admin.StackedInline):
    model = Boundary
    extra = 0
    fields = ["method", "source", "licence", "precision_m", "valid_from", "valid_until", "retired_at", "shape"]


@admin.register(Place)
class PlaceAdmin(LeafletGeoAdmin):
    list_display = ["slug", "shown_name_ar", "shown_name_en", "kind", "side_of_city", "position_confidence"]
    list_filter = ["kind", "side_of_city", "in_old_city", "position_confidence"]
    search_fields = ["slug", "names__text", "names__folded"]
    inlines = [NameInline, MemberInline, BoundaryInline]

    class Media:
        js: ClassVar = ["gazetteer/js/desk-map.js"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_names()

    @admin.display(description="العربية")
    def shown_name_ar(self, place: Place) -> str:
        return place.name_ar

    @admin.display(description="English")
    def shown_name_en(self, place: Place) -> str:
        return place.name_en
