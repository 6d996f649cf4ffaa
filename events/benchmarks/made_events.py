"""Made histories in an empty database, the same each time: statements of six sources on places that change hands."""

from django.contrib.gis.geos import Point
from django.db import connection

from events.models import Actor, ControlEvent, Revision, Source
from gazetteer.models import Place

ACTORS = {"government": "government", "opposition": "opposition", "ypg": "kurdish", "isil": "isil"}
SOURCES = {
    "agency": "government", "party": "opposition", "channel": "kurdish", "monitor": "independent",
    "paper": "independent", "blog": "unknown",
}  # fmt: skip

# A place is in one side's hands for about forty statements; one in eight says otherwise, one in sixteen denies
STATEMENTS = """
INSERT INTO events_controlevent (
  origin, place_id, kind, stance, is_partial, actor_id, counterparty_id, status, is_besieged, sub_event_type,
  event_start, event_end, time_precision, geo_precision, source_id, known_at, credibility, rule, note, stages, dates, added_in_id
)
SELECT 'entered', place, (ARRAY['hold', 'hold', 'hold', 'capture', 'capture', 'advance', 'clash', 'siege'])[1 + chance %% 8],
  CASE WHEN chance / 8 %% 16 = 0 THEN 'denies' ELSE 'asserts' END, false,
  (%(actors)s::bigint[])[1 + (hand + CASE WHEN chance / 128 %% 8 = 0 THEN chance / 1024 ELSE 0 END) %% 4], NULL, '', false, '',
  start, start + interval '6 hours', 1, 1, (%(sources)s::bigint[])[1 + chance / 65536 %% 6], start + interval '8 hours', 6, '', '', '[]', '[]', %(revision)s
FROM (
  SELECT (%(places)s::bigint[])[1 + n %% %(many)s] AS place, hashint4(n) & 2147483647 AS chance,
    (hashint4(n %% %(many)s * 100000 + n / %(many)s / 40) & 2147483647) %% 4 AS hand,
    timestamptz '2012-07-19 00:00Z' + n / %(many)s * (interval '1626 days' * %(many)s / %(events)s)
      + (hashint4(-n) & 1023) * interval '1 second' AS start
  FROM generate_series(0, %(events)s - 1) AS n
) AS made
"""  # noqa: E501

PERIODS = """
INSERT INTO events_controlperiod (
  place_id, start, holder_id, challenger_id, status, is_besieged, event_id, evidence_count, added_in_id
)
SELECT (%(places)s::bigint[])[1 + n %% %(many)s], timestamptz '2012-07-19 00:00Z' + n / %(many)s * (interval '1626 days' * %(many)s / %(periods)s),
  (%(actors)s::bigint[])[1 + n / %(many)s %% 4], NULL, 'assessed', false,
  (%(rests_on)s::bigint[])[1 + n %% %(many)s], 1, %(revision)s
FROM generate_series(0, %(periods)s - 1) AS n
"""  # noqa: E501


def names(places: int) -> dict:
    """Actors, sources and so many places, stored; the parameters that the statements take."""
    point = Point(37.16, 36.2, srid=4326)
    rows = Place.objects.bulk_create(
        Place(slug=f"place-{number}", kind="neighbourhood", position=point) for number in range(places)
    )
    actors = Actor.objects.bulk_create(
        Actor(slug=slug, name_ar=slug, name_en=slug, kind="armed-force", side=side) for slug, side in ACTORS.items()
    )
    sources = [Source.objects.create(slug=slug, name_ar=slug, name_en=slug, kind="news-agency") for slug in SOURCES]
    for source in sources:
        source.affiliations.create(side=SOURCES[source.slug])
    made = {"places": rows, "actors": actors, "sources": sources}
    return {name: [row.pk for row in found] for name, found in made.items()} | {"many": places}


def tell(given: dict, events: int) -> None:
    """Store so many statements, in one revision."""
    revision = Revision.objects.create(reason="Made statements")
    _run(STATEMENTS, given | {"events": events, "revision": revision.pk})


def hold(given: dict, periods: int) -> None:
    """Store so many periods, in one revision, those of a place all resting on one event."""
    tell(given, given["many"])
    revision = Revision.objects.create(reason="Made periods")
    event_of = dict(ControlEvent.objects.values_list("place", "pk"))
    rests_on = [event_of[place] for place in given["places"]]
    _run(PERIODS, given | {"periods": periods, "rests_on": rests_on, "revision": revision.pk})


def _run(sql: str, given: dict) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        cursor.execute("VACUUM ANALYZE")
