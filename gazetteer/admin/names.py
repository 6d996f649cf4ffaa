"""What places are called, by us and by others, and what a name may mean beside that."""

from typing import ClassVar

from django import forms
from django.contrib import admin
from django.db.models import DateField
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from gazetteer.folding import fold_name
from gazetteer.models import Ambiguity, Identifier, PlaceName, Redirect

DAYS = {DateField: {"widget": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}}  # narrow enough for a table


class NameForm(forms.ModelForm):
    def clean_text(self) -> str:
        text = self.cleaned_data["text"]
        if not fold_name(text):
            raise forms.ValidationError(_("A name has letters or digits."))
        return text


class NamesOfAPlace(BaseInlineFormSet):
    """The names of one place together: in each language it prefers one."""

    def clean(self):
        super().clean()
        preferred = set()
        for form in self.forms:
            said = form.cleaned_data if form.is_valid() else {}
            if said.get("kind") != PlaceName.Kind.PREFERRED or said.get("DELETE"):
                continue
            if said["language"] in preferred:
                form.add_error("kind", _("In each language one name is preferred; another is already."))
            preferred.add(said["language"])

    def save(self, commit=True):
        """Names that are preferred no longer give way first, so that another can take their turn in the same act."""
        yielding = [form.instance.pk for form in self.initial_forms if _gives_way(form)]
        if commit and yielding:
            PlaceName.objects.filter(pk__in=yielding).update(kind=PlaceName.Kind.ALIAS)
        return super().save(commit)


def _gives_way(form: NameForm) -> bool:
    """Whether the name was preferred in its language and is so no longer."""
    said = form.cleaned_data
    was_preferred = form.initial["kind"] == PlaceName.Kind.PREFERRED
    return was_preferred and (bool({"kind", "language"} & set(form.changed_data)) or said.get("DELETE", False))


class NameInline(admin.TabularInline):
    model = PlaceName
    form = NameForm
    formset = NamesOfAPlace
    extra = 1
    formfield_overrides: ClassVar = DAYS
    fields = ["text", "language", "kind", "source", "used_from", "used_until"]


class IdentifierInline(admin.TabularInline):
    model = Identifier
    extra = 0


@admin.register(Ambiguity)
class AmbiguityAdmin(admin.ModelAdmin):
    list_display = ["text", "note", "note_ar"]
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
