"""Whom a source speaks for: one side a day, and the one of the day it published counts."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from events import control, names, review
from events.affiliations import Affiliations
from events.demo.editor import editors
from events.models import Affiliation, ControlPeriod, Revision, Source
from events.questions import end_of
from events.tests import factories
from gazetteer.tables import BadRow

pytestmark = pytest.mark.django_db
CHANGE = date(2016, 12, 1)


@pytest.fixture
def turncoat():
    """A source of the opposition that speaks for the government from December on."""
    source = factories.source("turncoat", "opposition")
    source.affiliations.update(valid_until=CHANGE, basis="a test")
    source.affiliations.create(side="government", valid_from=CHANGE, basis="a test")
    return source


def test_the_affiliation_of_a_day(turncoat):
    found = Affiliations()
    for day, side in ((date(2012, 1, 1), "opposition"), (date(2016, 11, 30), "opposition"), (CHANGE, "government")):
        assert found.on(turncoat.pk, day) == side
    assert found.on(None, CHANGE) == "unknown"
    assert found.latest(turncoat.pk) == "government"


def test_a_moment_counts_by_its_day_in_damascus(turncoat):
    assert Affiliations().on(turncoat.pk, end_of(date(2016, 11, 30))) == "government"


def test_a_day_without_any_is_unknown(turncoat):
    turncoat.affiliations.filter(side="opposition").update(valid_from=date(2013, 1, 1))
    assert Affiliations().on(turncoat.pk, date(2012, 12, 31)) == "unknown"


BROKEN = [
    ("source_speaks_for_one_side_a_day", dict(side="isil")),
    ("source_speaks_for_one_side_a_day", dict(side="isil", valid_from=date(2016, 11, 1), basis="x")),
    ("affiliation_is_valid_for_some_time", dict(side="isil", valid_from=CHANGE, valid_until=CHANGE, basis="x")),
    ("affiliation_side_is_known", dict(side="martians", valid_until=date(2000, 1, 1), basis="x")),
    ("affiliation_with_dates_names_its_basis", dict(side="isil", valid_until=date(2000, 1, 1))),
]


@pytest.mark.parametrize(("name", "fields"), BROKEN, ids=[name for name, _ in BROKEN])
def test_the_database_keeps_the_rules(turncoat, name, fields):
    if name != "source_speaks_for_one_side_a_day":
        turncoat.affiliations.all().delete()
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Affiliation.objects.create(source=turncoat, **fields)
        connection.check_constraints()


def test_the_same_words_weigh_by_the_day_they_were_published(turncoat):
    """A capture by the government: of the opposition's outlet an admission, of the government's own a claim."""
    factories.umbrellas()
    for day, status in ((date(2016, 11, 20), "assessed"), (date(2016, 12, 20), "claimed")):
        at = end_of(day)
        place = factories.place(f"place-{day.day}-{day.month}")
        claim = factories.claim(
            place=place, source=turncoat, report=factories.report(published_at=at),
            event_start=at - factories.DAY, event_end=at,
        )  # fmt: skip
        review.accept(claim, by=factories.user())
        assert place.control_periods.live().get().status == status


def formset(*rows) -> dict:
    prefix = "affiliations"
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": sum("id" in row for row in rows)}
    return data | {f"{prefix}-{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()}


def test_an_editor_corrects_it_and_the_map_follows(client):
    factories.umbrellas()
    editor = factories.user()
    editor.groups.add(editors())
    client.force_login(editor)
    claim = factories.claim(source=factories.source("blog", "government"))
    review.accept(claim, by=editor)
    source, row = claim.source, claim.source.affiliations.get()
    row.is_listed = True
    row.save()
    address = reverse("admin:events_source_change", args=[source.pk])
    names_of_it = {"slug": "blog", "name_ar": "blog", "name_en": "blog", "kind": "news-site"}
    first = {"id": row.pk, "source": source.pk, "side": "independent"}

    both = client.post(address, names_of_it | formset(first, {"source": source.pk, "side": "isil"}))
    assert b"would speak for two sides" in both.content

    answer = client.post(address, names_of_it | formset(first))
    assert answer.status_code == 302
    assert claim.place.control_periods.live().get().status == "assessed"
    assert "blog" in Revision.objects.first().reason
    row.refresh_from_db()
    assert (row.side, row.is_listed) == ("independent", False)
    assert b"independent" in client.get(reverse("admin:events_source_changelist")).content


def test_what_an_editor_wrote_is_not_loaded_over():
    call_command("load_sources", verbosity=0)
    sohr = Source.objects.get(slug="sohr")
    sohr.affiliations.update(side="independent", is_listed=False)
    sana = Source.objects.get(slug="sana").affiliations
    sana.update(side="independent")
    call_command("load_sources", verbosity=0)

    assert sohr.affiliations.get().side == "independent"
    assert (sana.get().side, sana.get().is_listed) == ("government", True), "the list corrects what the list said"


def write(folder, text):
    for name in ("actors.csv", "sources.csv"):
        (folder / name).write_bytes((names.FOLDER / name).read_bytes())
    write_dated(folder, text)


def write_dated(folder, text):
    (folder / "affiliations.csv").write_text("source,side,lean,valid_from,valid_until,basis\n" + text)


def test_dated_affiliations_are_loaded_from_their_list(tmp_path, monkeypatch):
    write(tmp_path, "hnn,opposition,,,2016-12-01,a test\nhnn,independent,,2016-12-01,,a test\n")
    monkeypatch.setattr(names, "FOLDER", tmp_path)
    names.load()
    names.load()
    rows = Source.objects.get(slug="hnn").affiliations.values_list("side", "valid_from", "valid_until")

    assert list(rows) == [("opposition", None, CHANGE), ("independent", CHANGE, None)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nobody,opposition,,,,\n", "“nobody” is unknown"),
        ("hnn,martians,,,,\n", "affiliations.csv line 2: side “martians”"),
        ("hnn,opposition,,1/12/2016,,\n", "affiliations.csv line 2: valid_from"),
    ],
)
def test_a_bad_row_is_named(tmp_path, monkeypatch, text, message):
    write(tmp_path, text)
    monkeypatch.setattr(names, "FOLDER", tmp_path)
    with pytest.raises(BadRow, match=message):
        names.load()


def test_the_map_follows_the_list_in_one_revision(tmp_path, monkeypatch):
    """Its affiliation was another one: every place it spoke of is derived anew, with the list or not at all."""
    call_command("load_sources", verbosity=0)
    for slug in ("shaar", "hanano"):
        hnn = Source.objects.get(slug="hnn")
        review.accept(factories.claim(place=factories.place(slug), source=hnn), by=factories.user())
    last = Revision.objects.last_number()
    assert statuses() == {"assessed"}, "an outlet of the opposition admits it"
    write(tmp_path, "hnn,government,,,,\nnobody,opposition,,,,\n")
    monkeypatch.setattr(names, "FOLDER", tmp_path)
    with pytest.raises(BadRow):
        names.load()
    assert (statuses(), Revision.objects.last_number()) == ({"assessed"}, last)
    write_dated(tmp_path, "hnn,government,,,,\n")
    names.load()
    names.load()

    assert statuses() == {"claimed"}
    assert Revision.objects.filter(pk__gt=last).count() == 1
    assert control.rebuild() == 0


def statuses() -> set[str]:
    return set(ControlPeriod.objects.live().values_list("status", flat=True))


def test_the_map_follows_a_corrected_side_of_an_actor(client):
    factories.umbrellas()
    editor = factories.user(is_superuser=True)
    client.force_login(editor)
    claim = factories.claim(actor=factories.actor("brigade", "government"))
    review.accept(claim, by=editor)
    fields = {"slug": "brigade", "name_ar": "brigade", "name_en": "brigade", "kind": "armed-force"}
    answer = client.post(reverse("admin:events_actor_change", args=[claim.actor.pk]), fields | {"side": "opposition"})

    assert answer.status_code == 302
    assert claim.place.control_periods.live().get().holder.slug == "opposition"
    assert (control.rebuild(), "brigade" in Revision.objects.first().reason) == (0, True)
