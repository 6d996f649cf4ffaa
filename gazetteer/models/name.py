"""What places are called; what a name may mean beside that."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gazetteer.folding import fold_name

from .place import Place


class FoldName(Func):
    """`gazetteer.folding.fold_name`, in the database, so that no way of writing a row can leave it unfolded."""

    function = "gazetteer_fold_name"
    output_field = models.CharField()


class Skeleton(Func):
    """`gazetteer.romanisation.skeleton`, in the database."""

    function = "gazetteer_skeleton"
    output_field = models.CharField()


class PlaceName(models.Model):
    """One name of a place."""

    class Kind(models.TextChoices):
        PREFERRED = "preferred", _("preferred")
        ALIAS = "alias", _("alias")
        TRANSLITERATION = "transliteration", _("transliteration")
        FORMER = "former", _("former")
        COLLECTIVE = "collective", _("collective: of a group of places")

    class Language(models.TextChoices):
        ARABIC = "ar", _("Arabic")
        ENGLISH = "en", _("English")
        FRENCH = "fr", _("French")
        KURDISH = "ku", _("Kurdish")
        TURKISH = "tr", _("Turkish")
        UNDETERMINED = "und", _("undetermined")

    place = models.ForeignKey(Place, models.CASCADE, related_name="names", verbose_name=_("place"))
    text = models.CharField(_("name"), max_length=200)
    language = models.CharField(_("language"), max_length=3, choices=Language)
    kind = models.CharField(_("kind"), max_length=15, choices=Kind, default=Kind.ALIAS)

    # Provenance
    source = models.CharField(_("source"), max_length=200, blank=True, help_text=_("Who writes the name so."))
    used_from = models.DateField(_("used from"), null=True, blank=True, help_text=_("Empty: always."))
    used_until = models.DateField(_("used until"), null=True, blank=True, help_text=_("Empty: still."))

    # Kept by the database
    folded = models.GeneratedField(
        expression=FoldName(F("text")), output_field=models.CharField(max_length=400), db_persist=True,
        verbose_name=_("folded"), help_text=_("The form it is compared in."),
    )  # fmt: skip
    search_key = models.GeneratedField(
        expression=Skeleton(FoldName(F("text"))), output_field=models.CharField(max_length=400), db_persist=True,
        verbose_name=_("search key"), help_text=_("What its romanisations and its form without articles share."),
    )  # fmt: skip
    script = models.GeneratedField(
        expression=Case(When(text__regex="[\u0600-\u06ff]", then=Value("Arab")), default=Value("Latn")),
        output_field=models.CharField(max_length=4), db_persist=True,
        verbose_name=_("script"), help_text=_("ISO 15924."),
    )  # fmt: skip

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["place", "language", "id"]
        indexes = [
            models.Index(fields=["folded"], name="placename_by_folded"),
            GinIndex(fields=["folded"], opclasses=["gin_trgm_ops"], name="placename_by_trigram"),
            models.Index(fields=["search_key"], name="placename_by_search_key"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["place", "text", "language"], name="place_has_a_name_once"),
            models.UniqueConstraint(
                fields=["place", "language"],
                condition=Q(kind="preferred"),
                name="place_has_one_preferred_name_a_language",
            ),
            models.CheckConstraint(condition=~Q(folded=""), name="placename_has_letters"),
            models.CheckConstraint(
                condition=Q(used_until=None) | Q(used_from=None) | Q(used_until__gt=F("used_from")),
                name="placename_is_used_for_some_time",
            ),
        ]

    def __str__(self) -> str:
        return self.text


def in_readers_language(words: str, words_ar: str) -> str:
    """The Arabic words for whoever reads Arabic, the others for everybody else; what there is, where one is empty."""
    return (words_ar or words) if (get_language() or "en").startswith("ar") else (words or words_ar)


class AmbiguityQuerySet(models.QuerySet):
    def about(self, text: str):
        """What is recorded of this name, in any spelling that folds to the same."""
        return self.filter(folded=fold_name(text))


class Ambiguity(models.Model):
    """That a name is known to mean several places, or is easily taken for another: shown, not resolved by luck."""

    text = models.CharField(_("name"), max_length=200, unique=True)
    folded = models.GeneratedField(
        expression=FoldName(F("text")), output_field=models.CharField(max_length=400), db_persist=True, db_index=True
    )
    search_key = models.GeneratedField(
        expression=Skeleton(FoldName(F("text"))), output_field=models.CharField(max_length=400), db_persist=True
    )
    places = models.ManyToManyField(Place, related_name="ambiguities", verbose_name=_("places it may mean"))
    note = models.TextField(_("note"), blank=True, help_text=_("How to tell which one is meant."))
    note_ar = models.TextField(_("note in Arabic"), blank=True, help_text=_("The same, for readers of Arabic."))

    objects = AmbiguityQuerySet.as_manager()

    class Meta:
        verbose_name = _("ambiguity")
        verbose_name_plural = _("ambiguities")
        ordering = ["text"]

    def __str__(self) -> str:
        return self.text

    @property
    def told(self) -> str:
        """The note in the reader's language, else in the other."""
        return in_readers_language(self.note, self.note_ar)
