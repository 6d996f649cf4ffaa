"""What one source says in one passage of one report about one place."""

from textwrap import shorten

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from gazetteer.models import Place

from .actor import Actor
from .our_time import all_of_our_time, of_our_time
from .report import Report
from .source import Source


class Kind(models.TextChoices):
    CAPTURE = "capture", _("capture")
    TRANSFER = "transfer", _("transfer without a fight")
    LOSS = "loss", _("loss")
    WITHDRAWAL = "withdrawal", _("withdrawal")
    ADVANCE = "advance", _("advance")
    CLASH = "clash", _("clash")
    HOLD = "hold", _("still held")
    SIEGE = "siege", _("siege")
    LINKUP = "linkup", _("link-up")
    COUNT = "count", _("count")
    DISPLACEMENT = "displacement", _("displacement")


class Stance(models.TextChoices):
    ASSERTS = "asserts", _("asserts")
    DENIES = "denies", _("denies")
    RETRACTS = "retracts", _("retracts")


class Mode(models.TextChoices):
    ACTUAL = "actual", _("actual")
    FUTURE = "future", _("future")
    HISTORICAL = "historical", _("historical")
    HYPOTHETICAL = "hypothetical", _("hypothetical")


SAID = ("place_id", "kind", "stance", "actor_id", "quantity", "unit")


class ClaimQuerySet(models.QuerySet):
    def pending(self):
        return self.filter(status=Claim.Status.PENDING)

    def accepted(self):
        return self.filter(status=Claim.Status.ACCEPTED)

    def that_can_move_the_map(self):
        """Accepted claims about a place and about what was so, with a time."""
        return self.accepted().filter(place__isnull=False, mode=Mode.ACTUAL, event_start__isnull=False)

    def about(self, places):
        return self.filter(place__in=places)

    def published_before(self, moment):
        """Claims of reports that were out by then; of an undated report, that had been received."""
        published = Coalesce("report__published_at", "report__received_at")
        return self.alias(published=published).filter(published__lt=moment)

    def corroborated(self, by: int = 2):
        """Claims whose place and kind at least `by` sources speak of."""
        same = Q(place__claims__kind=F("kind"))
        return self.annotate(voices=Count("place__claims__source", filter=same, distinct=True)).filter(voices__gte=by)

    def saying(self, statement, *, beside: "Claim"):
        """Other claims on the passage of that one that say this: only one of a kind may be stored."""
        said = {field: statement[field] for field in SAID}
        where = {"report": beside.report_id, "start": beside.start, "end": beside.end}
        return self.filter(**where, **said).exclude(pk=beside.pk)

    def with_names(self):
        return self.select_related("report__publisher", "place", "actor", "counterparty", "source").prefetch_related(
            "place__names"
        )

    def of_a_known_report(self):
        """In the order of the text, with names, but without the report: whoever asks has it."""
        named = self.select_related("place", "actor", "counterparty", "source").prefetch_related("place__names")
        return named.order_by("start", "pk")


class Claim(models.Model):
    """One statement about control, as found in the text; whether the source says so is decided by review."""

    class Status(models.TextChoices):
        PENDING = "pending", _("pending")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")

    # Provenance
    report = models.ForeignKey(Report, models.PROTECT, related_name="claims", verbose_name=_("report"))
    start = models.PositiveIntegerField(_("start"), help_text=_("Offset of the quote in the text, in characters."))
    end = models.PositiveIntegerField(_("end"))
    quote = models.TextField(_("quote"), help_text=_("The text from start to end."))
    rule = models.CharField(_("rule"), max_length=60, help_text=_("What found it."))
    score = models.FloatField(_("score"), default=1.0, help_text=_("How sure the rule is of its reading, 0 to 1."))
    spans = models.JSONField(_("spans"), default=list, help_text=_("[role, start, end] of each word it rests on."))

    # Assertion
    place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("place")
    )
    candidates = models.JSONField(
        _("possible places"), default=list, blank=True, help_text=_("Slugs, when the name means more than one place.")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    stance = models.CharField(_("stance"), max_length=8, choices=Stance, default=Stance.ASSERTS)
    mode = models.CharField(_("mode"), max_length=12, choices=Mode, default=Mode.ACTUAL)
    is_partial = models.BooleanField(_("partial"), default=False, help_text=_("Speaks of less than the whole place."))
    actor = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("actor")
    )
    counterparty = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="claims_against", verbose_name=_("counterparty")
    )
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("source"),
        help_text=_("Who says so. Empty: nobody whom we know by name; the publisher then answers for it."),
    )  # fmt: skip
    source_text = models.CharField(_("source in the text"), max_length=300, blank=True)
    quantity = models.FloatField(_("quantity"), null=True, blank=True)
    unit = models.CharField(
        _("unit"),
        max_length=14,
        blank=True,
        choices=[
            ("neighbourhoods", _("neighbourhoods")),
            ("percent", _("per cent")),
            ("km2", _("km²")),
            ("people", _("people")),
        ],
    )

    # Time: when it was so, half-open
    event_start = models.DateTimeField(_("from"), null=True, blank=True, validators=[of_our_time])
    event_end = models.DateTimeField(_("until"), null=True, blank=True, validators=[of_our_time])
    time_precision = models.PositiveSmallIntegerField(
        _("time precision"), default=1, choices=[(1, _("day")), (2, _("week")), (3, _("month or coarser"))]
    )

    # Review
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PENDING, db_index=True)
    reviewed_at = models.DateTimeField(_("reviewed at"), null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, verbose_name=_("reviewed by")
    )
    review_note = models.TextField(_("review note"), blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["report", "start", "id"]
        indexes = [models.Index(fields=["place", "status"], name="claim_by_place_and_review")]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "start", "end", "place", "kind", "stance", "actor", "quantity", "unit"],
                nulls_distinct=False,
                name="claim_is_stored_once_a_passage",
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="claim_quotes_some_text"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="claim_score_is_between_0_and_1"),
            models.CheckConstraint(
                condition=Q(event_start=None, event_end=None) | Q(event_end__gt=F("event_start")),
                name="claim_lasts_some_time_or_is_undated",
            ),
            models.CheckConstraint(condition=all_of_our_time("event_start", "event_end"), name="claim_is_of_our_time"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="claim_kind_is_known"),
            models.CheckConstraint(
                condition=Q(stance__in=Stance.values, mode__in=Mode.values), name="claim_stance_and_mode_are_known"
            ),
            models.CheckConstraint(
                condition=Q(quantity=None, unit="") | Q(quantity__isnull=False) & ~Q(unit=""),
                name="claim_quantity_has_a_unit",
            ),
            models.CheckConstraint(
                condition=Q(status="pending", reviewed_at=None, reviewed_by=None)
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False) & ~Q(status="pending"),
                name="claim_reviewed_by_someone_at_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.in_short}"

    @property
    def in_short(self) -> str:
        """The first words of the quote."""
        return shorten(self.quote, 70, placeholder=" …")

    def get_absolute_url(self) -> str:
        return f"{self.report.get_absolute_url()}#claim-{self.pk}"
