"""Rows for tests: the factory gives what a test does not care about."""

from datetime import UTC, datetime, timedelta
from itertools import count

from django.contrib.auth.models import User
from django.contrib.gis.geos import MultiPolygon, Point, Polygon

from events.likeness import sketch
from events.models import Actor, Claim, ControlEvent, Report, Source
from gazetteer.models import Place, PlaceName

NOON = datetime(2016, 12, 7, 10, tzinfo=UTC)  # noon in Damascus
DAY_START = datetime(2016, 12, 6, 22, tzinfo=UTC)  # midnight in Damascus
DAY = timedelta(days=1)
_numbers = count(1)


def user(**fields) -> User:
    return User.objects.create_user(username=f"editor{next(_numbers)}", is_staff=True, **fields)


def place(slug="shaar", name_ar="الشعار", name_en="Shaar", kind="neighbourhood") -> Place:
    found = Place.objects.filter(slug=slug).first()
    if found:
        return found
    made = Place.objects.create(slug=slug, kind=kind, position=Point(37.19, 36.21, srid=4326))
    for language, text in (("ar", name_ar), ("en", name_en)):
        PlaceName.objects.create(place=made, text=text, language=language, kind="preferred")
    return made


def actor(slug="saa", side="government", **fields) -> Actor:
    names = {"name_ar": slug, "name_en": slug, "kind": "armed-force", "side": side}
    return Actor.objects.get_or_create(slug=slug, defaults={**names, **fields})[0]


def umbrellas() -> None:
    """The actors that stand for the sides."""
    for slug, side in (
        ("government", "government"),
        ("opposition", "opposition"),
        ("ypg", "kurdish"),
        ("isil", "isil"),
    ):
        actor(slug, side)
    actor("saa", "government", name_ar="الجيش السوري", name_en="Syrian Army")


def source(slug="sana", affiliation="government", **fields) -> Source:
    """A source that always spoke for one side."""
    names = {"name_ar": slug, "name_en": slug, "kind": "news-agency"}
    found, is_new = Source.objects.get_or_create(slug=slug, defaults={**names, **fields})
    if is_new:
        found.affiliations.create(side=affiliation)
    return found


def report(text="سيطر الجيش السوري على حي الشعار.", **fields) -> Report:
    number = next(_numbers)
    defaults = {
        "sha256": f"{number:064x}", "size": len(text), "body": text.encode(), "text": text, "language": "ar",
        "title": f"Report {number}", "published_at": NOON, "state": Report.State.READ, "read_at": NOON,
        "sketch": sketch(text),
    }  # fmt: skip
    return Report.objects.create(**{**defaults, **fields})


def claim(**fields) -> Claim:
    where = fields.pop("report", None) or report()
    defaults = {
        "start": 0, "end": len(where.text), "quote": where.text, "rule": "test", "kind": "capture",
        "event_start": DAY_START, "event_end": DAY_START + DAY,
    }  # fmt: skip
    fields.setdefault("place", place())
    fields.setdefault("actor", actor())
    fields.setdefault("source", source())
    return Claim.objects.create(report=where, **{**defaults, **fields})


def entry(**fields) -> ControlEvent:
    """An entry that is not stored yet: `control.enter` stores it."""
    defaults = {
        "kind": "hold", "event_start": DAY_START - 20 * DAY, "event_end": DAY_START - 19 * DAY,
        "known_at": DAY_START - 19 * DAY,
    }  # fmt: skip
    fields.setdefault("place", place())
    return ControlEvent(**{**defaults, **fields})


def shape(west: float = 37.18, size: float = 0.02) -> MultiPolygon:
    """A square whose lower left corner lies at that longitude."""
    return MultiPolygon(Polygon.from_bbox((west, 36.2, west + size, 36.2 + size)), srid=4326)
