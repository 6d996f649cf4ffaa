"""The form of a claim at the desk: what the machine read, set right; and the translation of the passage."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.admin.meanwhile import unless_written_meanwhile
from events.admin.place_choice import PlaceByName
from events.models import Claim, Revision
from events.translating import translation_of


class ReviewForm(PlaceByName):
    """What an editor may set right before deciding: everything the machine read, but not the quote."""

    needs_place = False
    translation = forms.CharField(
        label=gettext_lazy("Translation"), required=False, max_length=2000, show_hidden_initial=True,
        help_text=gettext_lazy(
            "Of the quote, for those who read only the other language; all claims on the same passage share it."
        ),
        widget=forms.Textarea(attrs={"class": "vLargeTextField", "rows": 2, "dir": "auto"}),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["translation"].initial = translation_of(self.instance)

    class Meta:
        model = Claim
        fields = [
            "place", "kind", "stance", "mode", "is_partial", "actor", "counterparty", "source", "source_text",
            "event_start", "event_end", "time_precision", "quantity", "unit", "review_note",
        ]  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        if "kind" in self.fields and not self.errors:  # else it is decided, and only the translation is asked
            self._check_for_a_twin(cleaned)
        return cleaned

    def _check_for_a_twin(self, cleaned: dict) -> None:
        Revision.objects.wait_for_turn()  # so that none is stored between looking and saving
        ids = {f"{name}_id": cleaned[name] and cleaned[name].pk for name in ("place", "actor")}
        twin = Claim.objects.saying(cleaned | ids, beside=self.instance).first()
        if twin:
            told = _("Claim %(number)s on the same passage says exactly this. Reject one of the two as it is.")
            self.add_error(None, told % {"number": twin.pk})

    def clean_translation(self) -> str:
        return unless_written_meanwhile(self, "translation", lambda: translation_of(self.instance))
