"""A place that is picked, or named as a report has it; a name that means several makes the editor choose."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gazetteer.models import Place


class PlaceByName(forms.ModelForm):
    """A form with a `place` that may also be given by its name."""

    place_name = forms.CharField(
        label=gettext_lazy("or its name"), required=False, max_length=200,
        help_text=gettext_lazy("As a report has it, in either script. Used when no place is picked."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip
    needs_place = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "place" in self.fields:
            self.fields["place"].required = False

    def clean(self):
        cleaned = super().clean()
        if "place" not in self.fields or cleaned.get("place") or "place" in self.errors:
            return cleaned
        if name := cleaned.get("place_name"):
            cleaned["place"] = self._place_named(name)
        elif self.needs_place:
            self.add_error("place", _("Pick a place, or give its name."))
        return cleaned

    def _place_named(self, name: str) -> Place | None:
        """The one place of that name; several are offered as a choice in the place's own field."""
        found = list(Place.objects.meant_by(name).with_surroundings().order_by("slug"))
        if len(found) == 1:
            return found[0]
        if not found:
            text = _("No place has the name “%(name)s”. Try the other script, or add it to the gazetteer first.")
            self.add_error("place_name", text % {"name": name})
            return None
        described = [(place.pk, place.described()) for place in found]
        listed = "; ".join(label for _pk, label in described)
        text = _("“%(name)s” means more than one place: %(places)s. Choose one.")
        self.add_error("place", text % {"name": name, "places": listed})
        self.fields["place"].widget = forms.RadioSelect(choices=described)
        return None


def beside_place(fields: list[str]) -> list[str]:
    """The fields of a form, with the name of the place right after the place."""
    rest = [field for field in fields if field != "place_name"]
    where = rest.index("place") + 1
    return [*rest[:where], "place_name", *rest[where:]]
