"""Shapes on the desk: a change is a new version; what it replaces stays, to be read only."""

from typing import ClassVar

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from leaflet.admin import LeafletGeoAdminMixin

from gazetteer.models import Boundary
from gazetteer.versions import put_in_place

from . import degrees
from .maps import OutlineMap

VERSIONED = frozenset({"shape", "valid_from", "valid_until"})


class ShapeForm(forms.ModelForm):
    class Meta:
        model = Boundary
        fields: ClassVar = ["shape", "source", "licence", "precision_m", "valid_from", "valid_until"]

    def clean_shape(self):
        shape = self.cleaned_data["shape"]
        if shape is None:
            return None
        degrees.check(shape)
        if not shape.valid:
            raise ValidationError(_("The outline crosses itself. Move its corners apart, or draw it again."))
        return shape

    def validate_constraints(self):
        """The days need not be free: what has them is retired when the new version is put in place."""
        exclude = {*self._get_validation_exclusions(), "place", "shape"}
        try:
            self.instance.validate_constraints(exclude=exclude)
        except ValidationError as error:
            self._update_errors(error)


class BoundaryInline(LeafletGeoAdminMixin, admin.StackedInline):
    """The shapes in use, and an empty map to draw one more."""

    model = Boundary
    form = ShapeForm
    widget = OutlineMap
    verbose_name_plural = _("shapes in use")
    extra = 1
    can_delete = False
    readonly_fields = ["method", "added"]
    fields = [("method", "added"), "shape", ("source", "licence", "precision_m"), ("valid_from", "valid_until")]

    def get_queryset(self, request):
        return super().get_queryset(request).live()

    @admin.display(description=_("added at"))
    def added(self, boundary: Boundary):
        return date_format(timezone.localtime(boundary.added_at), "DATETIME_FORMAT") if boundary.pk else "–"

    def get_max_num(self, request, obj=None, **kwargs) -> int:
        """One more than there are: a map cannot be added without loading the page."""
        return 1 + (obj.boundaries.live().count() if obj else 0)


class RetiredInline(admin.TabularInline):
    """The versions that were replaced."""

    model = Boundary
    verbose_name_plural = _("shapes that were replaced")
    fields = readonly_fields = [
        "method", "source", "licence", "valid_from", "valid_until", "added_at", "retired_at",
    ]  # fmt: skip
    classes = ["collapse"]
    extra = 0

    def get_queryset(self, request):
        return super().get_queryset(request).exclude(retired_at=None).defer("shape")

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@transaction.atomic
def store_versions(formset) -> None:
    """Write what an editor drew: a changed or new shape as a version of its own, other facts where they stand."""
    formset.save(commit=False)
    for boundary, fields in formset.changed_objects:
        if not VERSIONED.intersection(fields):
            boundary.save()
            continue
        Boundary.objects.filter(pk=boundary.pk).update(retired_at=timezone.now())
        _put(boundary, is_drawn="shape" in fields)
    for boundary in formset.new_objects:
        _put(boundary, is_drawn=True)


def _put(boundary: Boundary, *, is_drawn: bool) -> None:
    boundary.pk = None
    boundary.added_at = timezone.now()
    if is_drawn:
        boundary.method = Boundary.Method.DRAWN
    put_in_place([boundary])
