"""What places are called, by us and by others, and what a name may mean beside that."""

from typing import ClassVar

from django import forms
from django.contrib import admin
from django.db.models import DateField

from gazetteer.models import Ambiguity, Identifier, PlaceName, Redirect

DAYS = {DateField: {"widget": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}}  # narrow enough for a table


class NameInline(admin.TabularInline):
    model = PlaceName
    extra = 1
    formfield_overrides: ClassVar = DAYS
    fields = ["text", "language", "kind", "source", "used_from", "used_until"]


class IdentifierInline(admin.TabularInline):
    model = Identifier
    extra = 0


@admin.register(Ambiguity)
class AmbiguityAdmin(admin.ModelAdmin):
    list_display = ["text", "note"]
    search_fields = ["text", "folded", "places__slug"]
    autocomplete_fields = ["places"]


@admin.register(Redirect)
class RedirectAdmin(admin.ModelAdmin):
    """Old slugs: written by a merge, shown here."""

    list_display = ["slug", "place"]
    list_select_related = ["place"]
    search_fields = ["slug", "place__slug"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("place__names")

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
