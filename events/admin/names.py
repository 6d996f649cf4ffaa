"""Actors and sources."""

from django.contrib import admin

from events.models import Actor, Source


@admin.register(Actor)
class ActorAdmin(admin.ModelAdmin):
    list_display = ["slug", "name_en", "name_ar", "kind", "side", "parent"]
    list_filter = ["side", "kind"]
    list_select_related = ["parent"]
    search_fields = ["slug", "name_en", "name_ar", "aliases_en", "aliases_ar"]
    autocomplete_fields = ["parent"]


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ["slug", "name_en", "name_ar", "kind", "affiliation", "reliability"]
    list_filter = ["affiliation", "reliability", "kind"]
    search_fields = ["slug", "name_en", "name_ar", "aliases_en", "aliases_ar"]
