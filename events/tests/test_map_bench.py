"""The benchmark of the map: its made war, and what it counts. The figures themselves are for `make bench`."""

from itertools import pairwise

import pytest
import shapely

from events.api.columns import columns
from events.benchmarks import made_war, payload
from events.models import ControlPeriod
from events.tests import factories
from gazetteer.models import Boundary


def test_a_made_war_is_the_same_for_the_same_seed_and_changes_each_time():
    places = made_war.slugs(4)
    made = list(made_war.changes(places, 22))
    assert made == list(made_war.changes(places, 22))
    assert len(made) == 22 and [slug for slug, *_ in made] == sorted(slug for slug, *_ in made)
    for before, after in pairwise(made):
        assert before[0] != after[0] or (before[1] < after[1] and before[2] != after[2])


def test_made_outlines_are_a_coverage():
    shapes = [shapely.Polygon(ring) for ring in made_war.outlines(3, 2, 3)]
    assert len(shapes) == 6 and all(shape.is_valid for shape in shapes)
    assert shapely.coverage_is_valid(shapes)
    assert len(shapes[0].exterior.coords) == 4 * 2**3 + 1


def test_entropy_counts_what_a_column_needs_and_a_state_given_the_one_before():
    empty = {"h": [], "e": [1, 1], "p": [0, 0], "again": {"row": []}}
    assert payload.entropy({**empty, "n": [2], "dt": [0, 3], "s": [0, 1]}) == 2 / 8
    assert payload.entropy({**empty, "n": [4], "dt": [1] * 4, "s": [0, 1, 0, 1]}) == 0


def test_columns_of_a_made_war_stay_near_their_entropy():
    body = columns(made_war.course(made_war.slugs(180), 20_000))
    body["t0"] = str(body["t0"])
    assert payload.kilobytes(body) <= payload.MOST_TO_ENTROPY * payload.entropy(body) / 1000


@pytest.mark.django_db
def test_a_made_war_is_put_on_record_and_measured(settings):
    factories.umbrellas()
    payload.store(3, 2, 2, 30)
    assert ControlPeriod.objects.live().count() == 30
    assert Boundary.objects.current().exclude(shape_city=None).count() == 6
    rows = {row.what: row.value for row in payload.war()}
    assert rows["shapes and changes as sent"] > 0
    assert set(rows) >= {"30 changes, compressed", "changes / entropy", "shapes and changes / one naive day"}
