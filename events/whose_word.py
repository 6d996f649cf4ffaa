"""Rows of the record that are the word of some sources, or of whoever speaks for some sides."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, TruncDate

from events.affiliations import DAMASCUS
from events.models import Affiliation, Claim, ControlEvent, Source
from events.perspectives import Perspective


def claims_of(perspective: Perspective, claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims that these origins answer for; one that names no source is its publisher's."""
    published = Coalesce("report__published_at", "report__received_at")
    return _told_by(perspective, claims, Coalesce("source", "report__publisher"), published)


def entries_of(perspective: Perspective, entries: QuerySet[ControlEvent]) -> QuerySet[ControlEvent]:
    """Entries that name one of these origins; an editor's own judgement is nobody's word."""
    return _told_by(perspective, entries, F("source"), F("known_at"))


def _told_by(perspective: Perspective, rows: QuerySet, speaker: Combinable, told_at: Combinable) -> QuerySet:
    on_that_day = Affiliation.objects.on(OuterRef("told_on"))
    spoke_for_a_side = on_that_day.filter(source=OuterRef("speaker"), side__in=perspective.sides)
    named = Source.objects.filter(slug__in=perspective.sources)
    rows = rows.alias(speaker=speaker, told_on=TruncDate(told_at, tzinfo=DAMASCUS))
    return rows.filter(Q(speaker__in=named) | Exists(spoke_for_a_side))
