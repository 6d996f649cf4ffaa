"""Lists of the record, narrowed by the three times and by who speaks: claims, and events of editors and the rule."""

from collections.abc import Sequence

from django.db.models import DateTimeField, QuerySet
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from events.columns import in_columns
from events.comparison import perspective
from events.hindsight import as_asked
from events.models import Claim, ControlEvent, Review
from events.questions import Question, end_of
from events.remembered import remembered
from events.reviewed import Decided
from events.whose_word import claims_of, entries_of
from gazetteer.models import Place

DERIVED, ENTERED = ControlEvent.Origin.DERIVED, ControlEvent.Origin.ENTERED


def events(question: Question, columns: Sequence[str], *, place: str = "", origin: str = "") -> QuerySet | list[dict]:
    """Control events in force, oldest first, as rows of these columns."""
    found = ControlEvent.objects.at_revision(question.revision).order_by("event_start", "pk")
    found = found.filter(event_start__lt=end_of(question.on)) if question.on else found
    found = found.filter(place__slug=place) if place else found
    if not question.is_computed:
        return (found.filter(origin=origin) if origin else found).values(*columns)
    entered = _entered(found.filter(origin=ENTERED), question).values(*columns)
    rows = [*(entered if origin != DERIVED else []), *(_derived(question, columns, place) if origin != ENTERED else [])]
    return sorted(rows, key=lambda row: (row["event_start"], row["place__slug"], row["id"] or 0))


def _entered(entries: QuerySet[ControlEvent], question: Question) -> QuerySet[ControlEvent]:
    entries = entries.filter(known_at__lt=end_of(question.known)) if question.known else entries
    return entries_of(perspective(question.sources), entries) if question.sources else entries


def _derived(question: Question, columns: Sequence[str], place: str) -> list[dict]:
    """What the rule makes of that part of the evidence; these events have no number and no revision."""
    key = "events", question.known, question.sources, place, tuple(columns)
    made = remembered(key, lambda: _made(question, columns, place))
    until = question.on and end_of(question.on)
    return [row for row in made if not until or row["event_start"] < until]


def _made(question: Question, columns: Sequence[str], place: str) -> list[dict]:
    places = Place.objects.filter(slug=place) if place else Place.objects.all()
    known = as_asked(places.in_bulk(), question).values()
    stored = [name for name in columns if name not in ("id", "added_in")]
    return [
        {"id": None, "added_in": None, **dict(zip(stored, in_columns(event, stored), strict=True))}
        for of_place in known
        for event in of_place.events
    ]


def claims(question: Question, columns: Sequence[str], *, place: str = "", status: str = "") -> Sequence:
    """Claims in the order they were found, as rows of these columns."""
    if question.revision is not None:
        return _decided(question, place, status, columns)
    found = Claim.objects.order_by("pk")
    found = found.published_before(end_of(question.known)) if question.known else found
    found = claims_of(perspective(question.sources), found) if question.sources else found
    found = found.filter(event_start__lt=end_of(question.on)) if question.on else found
    found = found.filter(place__slug=place) if place else found
    return (found.filter(status=status) if status else found).values(*columns)


class _Rows(Decided):
    """Decided claims as rows of columns."""

    def __init__(self, reviews: QuerySet[Review], columns: Sequence[str]):
        super().__init__(reviews)
        self._columns = columns

    def __getitem__(self, stretch: slice) -> list[dict]:
        claims = super().__getitem__(stretch)
        return [dict(zip(self._columns, in_columns(claim, self._columns), strict=True)) for claim in claims]


def _decided(question: Question, place: str, status: str, columns: Sequence[str]) -> Sequence:
    found = Review.objects.at_revision(question.revision)
    if question.on:
        start = Cast(KeyTextTransform("event_start", "statement"), DateTimeField())
        found = found.alias(event_start=start).filter(event_start__lt=end_of(question.on))
    if place:
        found = found.filter(statement__place_id__in=list(Place.every.filter(slug=place).values_list("pk", flat=True)))
    return _Rows(found.filter(status=status) if status else found, columns)
