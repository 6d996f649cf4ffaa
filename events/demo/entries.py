"""The chronology and the state on the eve of the offensive, as an editor's entries."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from events.answers import DAMASCUS
from events.control import enter
from events.models import Actor, ControlEvent, Kind, NoteTranslation, Source, Status
from events.translating import translate_notes
from gazetteer.models import Place
from gazetteer.tables import pick, rows, split

FOLDER = Path(__file__).resolve().parent
EVE = date(2016, 11, 14)
A_MOMENT = timedelta(seconds=1)  # what a day brought is known when it ends, and not on the next one
CHRONOLOGY = "Demo: chronology 2012–2016"
BASELINE = "Demo: state on the eve of the offensive, 14 November 2016"
NOBODY_SAID = ("own-knowledge",)  # the editor's own inference, not a statement of a source
NOTES = {"chronology.csv": ["source_note"], "baseline.csv": ["note", "inferred_basis"]}
SUB_EVENTS = {
    Kind.CAPTURE: {"government": "Government regains territory"},
    Kind.TRANSFER: {"": "Non-violent transfer of territory"},
    Kind.WITHDRAWAL: {"": "Non-violent transfer of territory"},
    Kind.CLASH: {"": "Armed clash"},
}


def load_chronology(*, by) -> int:
    """Enter the chronology once, all rows or none; the number of entries."""
    return _load(CHRONOLOGY, _chronology, by)


def load_baseline(*, by) -> int:
    """Enter the state on the eve once, all rows or none; the number of entries."""
    return _load(BASELINE, _baseline, by)


def translate_all(*, by) -> int:
    """Put the Arabic of the notes that come with the entries beside them; none once there is any."""
    texts = {
        row[note]: row[f"{note}_ar"]
        for file, notes in NOTES.items()
        for _, row in rows(file, FOLDER)
        for note in notes
        if row[note]
    }
    return 0 if NoteTranslation.objects.of(texts).exists() else translate_notes(texts, by=by)


def _load(reason: str, read, by) -> int:
    if ControlEvent.objects.filter(added_in__reason=reason).exists():
        return 0
    places = {place.slug: place for place in Place.objects.all()}
    actors = {actor.slug: actor for actor in Actor.objects.all()}
    entries = list(read(places, actors))
    enter(entries, by=by, reason=reason)
    return len(entries)


def _chronology(places: dict, actors: dict):
    sources = {source.slug: source for source in Source.objects.all()}
    for where, row in rows("chronology.csv", FOLDER):
        source = pick(sources, row["claimed_by"], "claimed_by", where)
        what = _statement(row, actors, where)
        start, end, precision = _interval(date.fromisoformat(row["date"]), row["date_precision"])
        for slug in split(row["places"]):
            place = pick(places, slug, "places", where)
            # A row that names a region speaks of a part of it, so that it says nothing of each member
            part = {"is_partial": True} if place.kind == Place.Kind.REGION and what["kind"] != Kind.SIEGE else {}
            yield ControlEvent(
                place=place,
                event_start=start, event_end=end, time_precision=precision, known_at=end - A_MOMENT,
                source=None if source.slug in NOBODY_SAID else source,
                status=Status.ASSESSED if source.slug in NOBODY_SAID else "",
                credibility=6 if source.slug in NOBODY_SAID else {"high": 2, "medium": 3, "low": 4}[row["confidence"]],
                note=row["source_note"],
                **{**what, **part},
            )  # fmt: skip


def _statement(row: dict, actors: dict, where: str) -> dict:
    """Kind, parties and extent of what the row says. `contested` there is a state, not a party."""
    known = {**actors, "contested": None, "": None}
    before, after = (pick(known, row[field], field, where) for field in ("from_actor", "to_actor"))
    kind = row["kind"]
    if kind in ("captured", "recaptured") and after:
        return _what(Kind.CAPTURE, after, before if before != after else None)
    if kind == "evacuation" and after and after != before:
        return _what(Kind.TRANSFER, after, before)
    if kind == "withdrawal" and before:
        return _what(Kind.WITHDRAWAL, before, after or _rival(before, actors), is_partial=after is None)
    if kind in ("denied", "evacuation") and after:
        return _what(Kind.HOLD, after)  # the same party has it still
    if kind == "linkup" and after:
        return _what(Kind.LINKUP, after)
    if kind == "siege" and after:
        return _what(Kind.SIEGE, _rival(after, actors))
    return _what(Kind.CLASH, _rival(before, actors), before or actors["opposition"], is_partial=True)


def _what(kind: Kind, actor: Actor, counterparty: Actor | None = None, *, is_partial: bool = False) -> dict:
    names = SUB_EVENTS.get(kind, {})
    default = "Non-state actor overtakes territory" if kind == Kind.CAPTURE else ""
    sub_event = names.get(actor.side) or names.get("") or default
    return {
        "kind": kind, "actor": actor, "counterparty": counterparty, "is_partial": is_partial,
        "sub_event_type": sub_event,
    }  # fmt: skip


def _rival(party: Actor | None, actors: dict) -> Actor:
    """Who fights for a place that `party` holds: the government for the opposition's, the opposition for others."""
    return actors["government"] if party is None or party.side == "opposition" else actors["opposition"]


def _interval(day: date, precision: str) -> tuple[datetime, datetime, int]:
    if precision == "month":
        first = day.replace(day=1)
        return _midnight(first), _midnight((first + timedelta(days=32)).replace(day=1)), 3
    if precision == "week":
        return _midnight(day - timedelta(days=3)), _midnight(day + timedelta(days=4)), 2
    return _midnight(day), _midnight(day + timedelta(days=1)), 1


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, DAMASCUS)


def _baseline(places: dict, actors: dict):
    """Who held each place that is not a region; an inference of the editor, so credibility 6."""
    for where, row in rows("baseline.csv", FOLDER):
        place = pick(places, row["slug"], "slug", where)
        if place.kind == Place.Kind.REGION:
            continue
        yield _judgement(place, EVE, row["controller"], row["note"], actors, where)
        if row["inferred_change_date"]:
            changed = date.fromisoformat(row["inferred_change_date"])
            yield _judgement(place, changed, "government", row["inferred_basis"], actors, where)


def _judgement(place: Place, day: date, controller: str, note: str, actors: dict, where: str) -> ControlEvent:
    is_contested = controller == "contested"
    holder = actors["opposition"] if is_contested else pick(actors, controller, "controller", where)
    return ControlEvent(
        place=place, kind=Kind.HOLD if day == EVE else Kind.CAPTURE,
        actor=holder, counterparty=actors["government"] if is_contested else None,
        status=Status.CONTESTED if is_contested else Status.ASSESSED,
        event_start=_midnight(day), event_end=_midnight(day + timedelta(days=1)),
        known_at=_midnight(day + timedelta(days=1)) - A_MOMENT, credibility=6, note=note,
    )  # fmt: skip
