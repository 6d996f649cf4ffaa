"""The lists of actors and sources, loaded again: what an editor corrected stays, and what a list changes is changed."""

import csv
import shutil
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from events import names
from events.models import Actor, Source
from events.tests import factories
from gazetteer.models import Listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The lists, loaded, and to be changed."""
    names.load()
    shutil.copytree(names.FOLDER, tmp_path / "data")
    monkeypatch.setattr(names, "FOLDER", tmp_path / "data")
    return tmp_path / "data"


def change(folder, name: str, slug: str, **values) -> None:
    with open(folder / name, encoding="utf-8", newline="") as file:
        table = [{**row, **values} if row["slug"] == slug else row for row in csv.DictReader(file)]
    with open(folder / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(table[0]))
        writer.writeheader()
        writer.writerows(table)


def told() -> str:
    out = StringIO()
    call_command("load_sources", stdout=out)
    return out.getvalue()


def test_what_an_editor_corrected_stays_and_is_told(folder):
    Source.objects.filter(slug="sana").update(name_en="SANA agency", notes="Seen", aliases_en=["SANA"])
    above = Actor.objects.get(slug="russia")
    Actor.objects.filter(slug="tiger-forces").update(name_en="Tigers", side="none", parent=above)
    assert "were kept: 6." in told()
    sana, tigers = Source.objects.get(slug="sana"), Actor.objects.get(slug="tiger-forces")
    assert (sana.name_en, sana.notes, sana.aliases_en) == ("SANA agency", "Seen", ["SANA"])
    assert (tigers.name_en, tigers.side, tigers.parent) == ("Tigers", "none", above)


def test_the_lists_change_what_they_said_and_leave_what_an_editor_did(folder):
    Source.objects.filter(slug="sana").update(name_en="SANA agency")
    change(folder, "sources.csv", "sana", name_en="SANA of Damascus", notes="Of the list")
    change(folder, "actors.csv", "tiger-forces", parent="government", name_en="Tigers")
    assert names.load() == (1, 1)
    sana, tigers = Source.objects.get(slug="sana"), Actor.objects.get(slug="tiger-forces")
    assert (sana.name_en, sana.notes) == ("SANA agency", "Of the list")
    assert (tigers.name_en, tigers.parent.slug) == ("Tigers", "government")


def test_rows_older_than_what_is_remembered_are_the_editors(folder):
    Listed.objects.all().delete()
    Actor.objects.filter(slug="tiger-forces").update(name_en="Tigers")
    names.load()
    assert Actor.objects.get(slug="tiger-forces").name_en == "Tigers"
    assert names.kept() == 1


def test_nothing_is_told_where_nobody_corrected_anything(folder):
    assert told() == "Actors and sources are up to date.\n"


@pytest.mark.parametrize("name", ["actor", "source"])
def test_a_slug_is_given_once(client, name):
    """Everything that is said by or of the row goes by it."""
    row = getattr(factories, name)("before")
    client.force_login(factories.user(is_superuser=True))
    rows = {"affiliations-TOTAL_FORMS": "0", "affiliations-INITIAL_FORMS": "0"}
    said = {"slug": "after", "name_ar": "اسم", "name_en": "Renamed", "kind": "unit", "side": "government", **rows}
    assert client.post(reverse(f"admin:events_{name}_change", args=[row.pk]), said).status_code == 302
    row.refresh_from_db()
    assert (row.slug, row.name_en) == ("before", "Renamed")
    assert "slug" in client.get(reverse(f"admin:events_{name}_add")).context["adminform"].form.fields


def test_an_actor_stands_under_nobody_who_stands_under_it(client):
    above = factories.actor("above")
    below = factories.actor("below", parent=above)
    client.force_login(factories.user(is_superuser=True))
    for parent in (above, below):
        said = {"name_ar": "اسم", "name_en": "Name", "kind": "unit", "side": "government", "parent": parent.pk}
        page = client.post(reverse("admin:events_actor_change", args=[above.pk]), said)
        assert "An actor cannot stand under itself." in page.text
