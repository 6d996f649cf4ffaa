"""Actors and sources."""

from datetime import date
from itertools import pairwise

from django import forms
from django.contrib import admin
from django.db.models import Prefetch, Q, QuerySet
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _

from events import kinds, speaking
from events.admin.filled import FilledByAddress
from events.models import Actor, Affiliation, ControlEvent, Revision, Side, Source, Status
from events.models.affiliation import TWO_SIDES
from gazetteer.admin.slugs import FixedSlug
from gazetteer.admin.worded import worded


class InTurn(FilledByAddress):
    """Rows whose change moves the map: the turn to record is waited for before any of them is locked."""

    def save_model(self, request, row, form, change):
        Revision.objects.wait_for_turn()
        super().save_model(request, row, form, change)


class ActorForm(forms.ModelForm):
    """An actor whose side may change unless a judgement of an editor rests on it."""

    def clean_side(self) -> str:
        side = self.cleaned_data["side"]
        if self.instance.pk and "side" in self.changed_data:
            Revision.objects.wait_for_turn()  # so that nobody judges so between looking and saving
            entry = self._judgements_against(side).select_related("place").first()
            if entry:
                told = _(
                    "Entry %(number)s (%(place)s), an editor's judgement, rests on its side: take that back first."
                )
                raise forms.ValidationError(told % {"number": entry.pk, "place": entry.place})
        return side

    def _judgements_against(self, side: str) -> QuerySet[ControlEvent]:
        """Those that would say of nobody that he holds a place, or of one side that it shares or contests it alone."""
        own, other = Q(actor=self.instance), Q(counterparty=self.instance)
        of_two = Q(status__in=[Status.SHARED, Status.CONTESTED])
        if side == Side.NONE:
            wrong = own & Q(status__in=[Status.ASSESSED, Status.CLAIMED]) | of_two & (own | other)
        else:
            wrong = of_two & (own & Q(counterparty__side=side) | other & Q(actor__side=side))
        return ControlEvent.objects.live().filter(wrong, origin=ControlEvent.Origin.ENTERED, source=None)

    def clean_parent(self) -> Actor | None:
        """Whom the actor stands under, which is nobody who stands under it."""
        parent = above = self.cleaned_data["parent"]
        below = {self.instance.pk}
        while above:
            if above.pk in below:
                raise forms.ValidationError(_("An actor cannot stand under itself."))
            below.add(above.pk)
            above = above.parent
        return parent


@admin.register(Actor)
class ActorAdmin(FixedSlug, InTurn):
    form = ActorForm
    list_display = ["slug", "name_en", "name_ar", "kind_in_words", "side", "parent"]
    list_filter = ["side", ("kind", worded(kinds.OF_ACTORS))]
    list_select_related = ["parent"]
    search_fields = ["slug", "name_en", "name_ar", "aliases_en", "aliases_ar"]
    autocomplete_fields = ["parent"]

    @admin.display(description=_("kind"), ordering="kind")
    def kind_in_words(self, actor: Actor) -> str:
        return kinds.OF_ACTORS.get(actor.kind, actor.kind)

    def save_related(self, request, form, formsets, change):
        """The map follows a corrected side at once."""
        super().save_related(request, form, formsets, change)
        if change and "side" in form.changed_data:
            reason = f"Corrected the side of {form.instance.slug}"
            speaking.reconsider(actors=[form.instance.pk], by=request.user, reason=reason)


class AffiliationForm(forms.ModelForm):
    """What an editor writes is the editor's, and no longer the list's to change."""

    def save(self, commit=True):
        self.instance.is_listed = False
        return super().save(commit)


def _overlap(rows: list[Affiliation]) -> bool:
    in_order = sorted(rows, key=lambda row: row.valid_from or date.min)
    return any((one.valid_until or date.max) > (two.valid_from or date.min) for one, two in pairwise(in_order))


class AffiliationsOfASource(BaseInlineFormSet):
    """The rows of one source together: on no day may it speak for two sides."""

    def clean(self):
        super().clean()
        if any(self.errors):
            return
        rows = [form.instance for form in self.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        if _overlap(rows):
            raise forms.ValidationError(TWO_SIDES)
        if _overlap([*rows, *self._added_meanwhile()]):
            raise forms.ValidationError(
                [TWO_SIDES, _("Somebody added a row since you opened this page: reload it to see that one.")]
            )

    def _added_meanwhile(self) -> QuerySet[Affiliation]:
        """Rows of the source that the form does not show, once nobody else can add any."""
        Revision.objects.wait_for_turn()
        shown = [form.instance.pk for form in self.initial_forms]
        return Affiliation.objects.filter(source=self.instance.pk).exclude(pk__in=shown)


class AffiliationInline(admin.TabularInline):
    model = Affiliation
    form = AffiliationForm
    formset = AffiliationsOfASource
    fields = ["side", "lean", "valid_from", "valid_until", "basis"]
    extra = 0


@admin.register(Source)
class SourceAdmin(FixedSlug, InTurn):
    list_display = ["slug", "name_en", "name_ar", "kind_in_words", "speaks_for", "reliability"]
    list_filter = ["affiliations__side", "reliability", ("kind", worded(kinds.OF_SOURCES))]
    search_fields = ["slug", "name_en", "name_ar", "aliases_en", "aliases_ar"]
    inlines = [AffiliationInline]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related(Prefetch("affiliations", to_attr="all_affiliations"))

    @admin.display(description=_("kind"), ordering="kind")
    def kind_in_words(self, source: Source) -> str:
        return kinds.OF_SOURCES.get(source.kind, source.kind)

    @admin.display(description=_("affiliation"))
    def speaks_for(self, source: Source) -> str:
        return " → ".join(row.get_side_display() for row in source.all_affiliations)

    def save_related(self, request, form, formsets, change):
        """The map follows a corrected affiliation at once."""
        super().save_related(request, form, formsets, change)
        if any(formset.has_changed() for formset in formsets if formset.model is Affiliation):
            reason = f"Corrected whom {form.instance.slug} speaks for"
            speaking.reconsider([form.instance.pk], by=request.user, reason=reason)
