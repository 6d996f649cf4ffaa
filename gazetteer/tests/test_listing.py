"""The project's lists, loaded again: what a list changes is changed, what an editor changed stays."""

import csv
import shutil
from io import StringIO

import pytest
from django.contrib.gis.geos import Point
from django.core.management import call_command

from gazetteer import loading, merging
from gazetteer.models import Listed, Membership, Place, PlaceName
from gazetteer.queries import states


@pytest.fixture
def folder(tmp_path, loaded):
    """The data files, to be changed; they are loaded."""
    shutil.copytree(loading.DATA, tmp_path / "data")
    return tmp_path / "data"


def change(folder, name: str, edit) -> None:
    """Write a file again with the rows that `edit` gives, None for a row that is dropped."""
    with open(folder / name, encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    with open(folder / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(table[0]))
        writer.writeheader()
        writer.writerows(filter(None, map(edit, table)))


def of_shaar(**values):
    return lambda row: {**row, **values} if row["slug"] == "shaar" else row


def texts(slug: str) -> set[str]:
    return set(PlaceName.objects.filter(place__slug=slug).values_list("text", flat=True))


def members(slug: str) -> set[str]:
    return set(Membership.objects.filter(region__slug=slug).values_list("member__slug", flat=True))


def told() -> str:
    out = StringIO()
    call_command("load_places", stdout=out)
    return out.getvalue()


def test_what_an_editor_corrected_stays_and_is_told(loaded):
    Place.objects.filter(slug="shaar").update(
        kind="suburb", notes="Seen", side_of_city="north", position=Point(37.2, 36.2, srid=4326)
    )
    assert "were kept: 4." in told()
    place = Place.objects.get(slug="shaar")
    assert (place.kind, place.notes, place.side_of_city, place.position.coords) == (
        "suburb", "Seen", "north", (37.2, 36.2),
    )  # fmt: skip


def test_nothing_is_told_where_nobody_corrected_anything(loaded):
    assert told() == "The gazetteer is up to date.\n"


def test_the_list_changes_what_it_said_and_leaves_what_an_editor_did(folder):
    Place.objects.filter(slug="shaar").update(notes="Seen")
    change(folder, "places.csv", of_shaar(notes="Of the list", side_of_city="north", lon="37.19"))
    assert loading.load(folder)["places"] == 1
    place = Place.objects.get(slug="shaar")
    assert (place.notes, place.side_of_city, place.position.x) == ("Seen", "north", 37.19)
    assert loading.kept() == 1


def test_a_field_that_an_editor_gave_back_follows_the_list_again(folder):
    old = Place.objects.get(slug="shaar").notes
    Place.objects.filter(slug="shaar").update(notes="Seen")
    loading.load(folder)
    Place.objects.filter(slug="shaar").update(notes=old)
    change(folder, "places.csv", of_shaar(notes="Of the list"))
    loading.load(folder)
    assert Place.objects.get(slug="shaar").notes == "Of the list"


def test_rows_older_than_what_is_remembered_are_the_editors(folder):
    """The first start after an upgrade: nobody can tell who made the difference."""
    Listed.objects.all().delete()
    Place.objects.filter(slug="shaar").update(notes="Seen")
    PlaceName.objects.get(place__slug="shaar", text="Al-Shaar").delete()
    Membership.objects.get(region__slug="east-aleppo", member__slug="shaar").delete()
    loading.load(folder)
    assert Place.objects.get(slug="shaar").notes == "Seen"
    assert "Al-Shaar" not in texts("shaar") and "shaar" not in members("east-aleppo")
    assert loading.kept() == 3


def test_a_name_that_an_editor_removed_or_wrote_otherwise_does_not_come_back(loaded):
    removed, rewritten = PlaceName.objects.filter(place__slug="shaar", language="ar")[:2]
    removed.delete()
    PlaceName.objects.filter(pk=rewritten.pk).update(text="شعار آخر")
    assert "were kept: 2." in told()
    assert not {removed.text, rewritten.text} & texts("shaar")


def test_names_that_are_new_in_the_list_are_added_and_those_that_left_it_removed(folder):
    PlaceName.objects.create(place=Place.objects.get(slug="shaar"), text="Editors' own", language="en")
    change(folder, "places.csv", of_shaar(name_en="Shaar the new", alt_en="Sha'ar"))
    loading.load(folder)
    named = PlaceName.objects.filter(place__slug="shaar", language="en")
    assert set(named.values_list("text", flat=True)) == {"Shaar the new", "Sha'ar", "Editors' own"}
    assert named.get(kind="preferred").text == "Shaar the new"


def test_a_name_that_left_the_list_stays_where_an_editor_has_dated_it(folder):
    PlaceName.objects.filter(place__slug="shaar", text="Al-Shaar").update(used_from="1900-01-01")
    change(folder, "places.csv", of_shaar(name_en="Shaar the new", alt_en=""))
    loading.load(folder)
    assert "Al-Shaar" in texts("shaar")


def test_a_member_that_an_editor_removed_stays_removed_and_nothing_counts_as_changed(loaded):
    Membership.objects.get(region__slug="east-aleppo", member__slug="shaar").delete()
    before = states("regions")
    assert "were kept: 1." in told()
    assert "shaar" not in members("east-aleppo")
    assert states("regions") == before


def test_members_follow_the_list_alone(folder):
    """One joins, one leaves, one was removed by an editor, and one was dated by an editor before it left the list."""
    Membership.objects.filter(region__slug="east-aleppo", member__slug="haydariya").delete()
    Membership.objects.filter(region__slug="east-aleppo", member__slug="abraj").update(valid_from="2013-01-01")
    moved = {("east-aleppo", "ain-al-tal"): "furqan", ("east-aleppo", "abraj"): None}

    def edit(row):
        member = moved.get((row["region"], row["member"]), row["member"])
        return member and {**row, "member": member}

    change(folder, "memberships.csv", edit)
    assert loading.load(folder)["members"] == 2
    east = members("east-aleppo")
    assert {"furqan", "abraj", "shaar"} <= east
    assert not east & {"ain-al-tal", "haydariya"}


def test_a_place_that_is_stored_anew_comes_with_its_names_and_regions(loaded):
    Place.objects.get(slug="shaar").delete()
    loading.load()
    assert "الشعار" in texts("shaar") and "shaar" in members("east-aleppo")


def test_a_merge_is_no_news_of_the_list(loaded):
    """The list's member is another place since; whoever removes that one removes it for good."""
    source, into = Place.objects.get(slug="shaar"), Place.objects.get(slug="furqan")
    merging.merge(source, into)
    loading.load()
    assert "furqan" in members("east-aleppo")
    Membership.objects.get(region__slug="east-aleppo", member=into).delete()
    assert loading.load()["members"] == 0
    assert "furqan" not in members("east-aleppo")
