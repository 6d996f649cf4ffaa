"""The form of a claim at the desk: what the machine read, set right; and the translation of the passage."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
        """What the editor wrote, unless another has written something since the form was opened.

        Then it is refused once, and the form goes on from what stands now; whoever saves it again has seen that.
        """
        text = self.cleaned_data["translation"]
        if "translation" not in self.changed_data:
            return text
        Revision.objects.wait_for_turn()  # whoever saves at the same moment is heard first, or hears of this one
        stands, shown = translation_of(self.instance), self.add_initial_prefix("translation")
        if stands.splitlines() in (self.data.get(shown, "").strip().splitlines(), text.splitlines()):
            return text
        self.data = self.data.copy()
        self.data[shown] = stands
        if not stands:
            raise forms.ValidationError(_("Somebody took the translation away meanwhile. Save again to keep yours."))
        told = _("Somebody wrote this meanwhile: “%(text)s”. Save again to put yours in its place.")
        raise forms.ValidationError(told % {"text": stands})
