"""What happened to the control of a place: events, entered or derived."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from gazetteer.joining import joined
from gazetteer.models import Place

from .actor import Actor
from .claim import Kind, Stance
from .our_time import all_of_our_time, of_our_time
from .revision import Ordered, RecordedQuerySet
from .source import Source


class Status(models.TextChoices):
    ASSESSED = "assessed", _("assessed")
    CLAIMED = "claimed", _("claimed")
    CONTESTED = "contested", _("contested")
    SHARED = "shared", _("shared")
    UNKNOWN = "unknown", _("unknown")


HELD = (Status.ASSESSED, Status.CLAIMED)  # somebody holds the whole of it
OF_OUR_TIME = all_of_our_time("event_start", "event_end", "known_at")
NAMES_TWO = ~Q(actor=F("counterparty")) & (Q(status="contested") | Q(actor__isnull=False, counterparty__isnull=False))


class ControlEventQuerySet(RecordedQuerySet):
    def no_longer_taken(self):
        """Entries of before that the database would not take today."""
        is_of_two = Q(source=None, status__in=["shared", "contested"])
        return self.exclude(OF_OUR_TIME).union(self.filter(is_of_two).exclude(NAMES_TWO))

    def derived(self):
        return self.filter(origin=ControlEvent.Origin.DERIVED)

    def not_decided_by(self, rule: str):
        """Derived from the evidence by another rule or version than this one, such as control/5."""
        return self.derived().exclude(rule__startswith=f"{rule}/")


class ControlEvent(Ordered):
    """A dated change or confirmation of control at a place, entered by an editor or derived from the evidence.

    An entry that names a source is that source's statement, and the rule weighs it like a claim. An entry without
    one is the editor's own judgement, and stands. A derived event is what the rule made of claims and entries.
    """

    class Origin(models.TextChoices):
        ENTERED = "entered", _("entered by an editor")
        DERIVED = "derived", _("derived from the evidence")

    origin = models.CharField(_("origin"), max_length=8, choices=Origin, default=Origin.ENTERED)
    place = models.ForeignKey(Place, models.PROTECT, related_name="control_events", verbose_name=_("place"))

    # What happened
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    stance = models.CharField(_("stance"), max_length=8, choices=Stance, default=Stance.ASSERTS)
    is_partial = models.BooleanField(_("partial"), default=False)
    actor = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="control_events", verbose_name=_("actor"),
        help_text=_("Who took, holds or lost it; for a derived event, who holds it from then on."),
    )  # fmt: skip
    counterparty = models.ForeignKey(
        Actor, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("counterparty")
    )
    status = models.CharField(
        _("status"), max_length=10, choices=Status, blank=True, help_text=_("Of what follows. Empty for statements.")
    )
    is_besieged = models.BooleanField(_("besieged"), default=False)
    sub_event_type = models.CharField(_("ACLED sub-event type"), max_length=60, blank=True)

    # When and where, half-open
    event_start = models.DateTimeField(_("from"), validators=[of_our_time])
    event_end = models.DateTimeField(_("until"), validators=[of_our_time])
    time_precision = models.PositiveSmallIntegerField(
        _("time precision"), default=1, choices=[(1, _("day")), (2, _("week")), (3, _("month or coarser"))]
    )
    geo_precision = models.PositiveSmallIntegerField(
        _("place precision"), default=1, choices=[(1, _("the place")), (2, _("its region")), (3, _("the city"))]
    )

    # Says who, and how sure
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="control_events", verbose_name=_("source"),
        help_text=_("Whose statement it is. Empty: the editor's own judgement."),
    )  # fmt: skip
    known_at = models.DateTimeField(
        _("known since"), validators=[of_our_time], help_text=_("When the evidence was published.")
    )
    credibility = models.PositiveSmallIntegerField(
        _("credibility"), default=6, help_text=_("NATO Admiralty code, 1 (confirmed) to 6 (cannot be judged).")
    )
    rule = models.CharField(_("rule"), max_length=60, blank=True, help_text=_("Rule, version and line that decided."))
    counts_from = models.DateTimeField(
        _("counts from"), null=True, blank=True, editable=False, help_text=_("When the rule first counts it.")
    )
    stages = models.JSONField(
        _("stages"), default=list, editable=False,
        help_text=_("How a change was known step by step: from when, with which status, by which line of the rule."),
    )  # fmt: skip
    dates = models.JSONField(
        _("dates"), default=list, editable=False, help_text=_("Each time that was given for the change, and by whom.")
    )
    note = models.TextField(_("note"), blank=True)

    objects = ControlEventQuerySet.as_manager()

    class Meta:
        verbose_name = _("control event")
        verbose_name_plural = _("control events")
        ordering = ["place", "event_start", "id"]
        indexes = [
            models.Index(fields=["place", "event_start"], condition=Q(removed_in=None), name="control_event_live")
        ]
        constraints = [
            models.CheckConstraint(condition=Q(event_end__gt=F("event_start")), name="control_event_lasts_some_time"),
            # What is derived follows from entries and claims, by as much as a window later
            models.CheckConstraint(
                condition=Q(origin="derived") | Q(removed_in__isnull=False) | OF_OUR_TIME,
                name="control_event_is_of_our_time",
            ),
            models.CheckConstraint(
                condition=~Q(origin="entered", source=None, status__in=["shared", "contested"], removed_in=None)
                | NAMES_TWO,
                name="judgement_of_two_parties_names_two",
            ),
            models.CheckConstraint(
                condition=Q(credibility__gte=1, credibility__lte=6), name="control_event_credibility_is_1_to_6"
            ),
            models.CheckConstraint(
                condition=Q(origin="entered") | Q(origin="derived", source=None) & ~Q(status="") & ~Q(rule=""),
                name="derived_control_event_has_status_and_rule",
            ),
            models.CheckConstraint(
                condition=Q(removed_in=None) | Q(removed_in__gte=F("added_in")),
                name="control_event_is_not_removed_before_it_was_added",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}: {joined(self.get_kind_display(), date_format(localtime(self.event_start)))}"

    def stage_before(self, moment: datetime) -> dict:
        """The last stage of a derived event before the moment: `at`, `status`, `line` and `credibility`."""
        past = [stage for stage in self.stages if datetime.fromisoformat(stage["at"]) < moment]
        return past[-1] if past else self._only_stage()

    def stages_between(self, start: datetime, end: datetime) -> list[dict]:
        """The stages of a derived event within this time, half-open: what was said of it that counts from then."""
        stages = self.stages or [self._only_stage()]
        return [stage for stage in stages if start <= datetime.fromisoformat(stage["at"]) < end]

    def _only_stage(self) -> dict:
        at, line = self.counts_from or self.event_start, self.rule.rsplit("/", 1)[-1]
        return {"at": at.isoformat(), "status": self.status, "line": line, "credibility": self.credibility}
