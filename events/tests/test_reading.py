"""The extractor that a process keeps: built again once a name has changed, in whatever process and way."""

import pytest
from django.db import connection, transaction

from events import reading
from events.tests import factories
from gazetteer.models import PlaceName
from gazetteer.queries import states

CHANGES = [
    "UPDATE gazetteer_placename SET text = 'الجديدة' WHERE language = 'ar'",
    "DELETE FROM gazetteer_placename WHERE language = 'en'",
    "INSERT INTO gazetteer_placename (place_id, text, language, kind, source) "
    "SELECT id, 'الجديدة', 'ar', 'alias', '' FROM gazetteer_place",
    "UPDATE gazetteer_place SET slug = 'new'",
    "UPDATE events_actor SET name_ar = 'جديد'",
    "UPDATE events_source SET aliases_en = '{New}'",
    "TRUNCATE gazetteer_placename CASCADE",
]


@pytest.fixture
def other(transactional_db):
    """A connection of another process, as far as the database can tell; with a place, an actor and a source there."""
    factories.place()
    factories.actor()
    factories.source()
    other = connection.copy()
    yield other
    other.close()


def places_in(text: str, reader) -> list[str]:
    return [slug for claim in reader.extract(text, published_at=factories.NOON) for slug in claim.places]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_in_another_connection_leads_to_a_new_extractor(other, change):
    before = reading.extractor()
    assert reading.extractor() is before
    with other.cursor() as cursor:
        cursor.execute(change)
    assert reading.extractor() is not before
    assert reading.extractor() is reading.extractor()


def test_a_change_counts_once_it_is_committed(other):
    before = reading.extractor()
    other.set_autocommit(False)
    with other.cursor() as cursor:
        cursor.execute("UPDATE gazetteer_placename SET text = 'الجديدة' WHERE language = 'ar'")
        assert reading.extractor() is before
        other.commit()
    after = reading.extractor()
    assert after is not before
    assert places_in("سيطر الجيش السوري على حي الجديدة.", after) == ["shaar"]


def test_a_change_that_another_connection_rolls_back_changes_nothing(other):
    before = reading.extractor()
    other.set_autocommit(False)
    with other.cursor() as cursor:
        cursor.execute("UPDATE gazetteer_placename SET text = 'الجديدة' WHERE language = 'ar'")
    other.rollback()
    assert reading.extractor() is before


def test_what_a_transaction_changed_and_rolled_back_is_forgotten_even_when_another_change_follows(other):
    with transaction.atomic():
        PlaceName.objects.filter(language="ar").update(text="الزائلة")
        assert places_in("سيطر الجيش السوري على حي الزائلة.", reading.extractor()) == ["shaar"]
        transaction.set_rollback(True)
    with other.cursor() as cursor:
        cursor.execute("UPDATE gazetteer_placename SET text = 'الجديدة' WHERE language = 'ar'")
    assert places_in("سيطر الجيش السوري على حي الزائلة.", reading.extractor()) == []
    assert places_in("سيطر الجيش السوري على حي الجديدة.", reading.extractor()) == ["shaar"]


def test_each_change_within_a_transaction_is_seen_in_it_and_its_commit_by_all(other):
    seen = {states("names")}
    with transaction.atomic():
        for text in ("الأولى", "الثانية"):
            PlaceName.objects.filter(language="ar").update(text=text)
            seen.add(states("names"))
        with transaction.atomic():
            PlaceName.objects.filter(language="ar").update(text="الثالثة")
            transaction.set_rollback(True)
        assert states("names") in seen
    seen.add(states("names"))
    assert len(seen) == 4


def test_shapes_and_names_are_numbered_apart(other):
    names, shapes = states("names", "shapes")
    with other.cursor() as cursor:
        cursor.execute("DELETE FROM gazetteer_boundary")
    assert states("names") == (names,)
    assert states("shapes") != (shapes,)
