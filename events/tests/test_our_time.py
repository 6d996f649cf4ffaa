"""Years that are a slip of the pen, and days that can be misread: refused by forms; left out by the worker."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.timezone import localtime

from events import claims, control
from events.demo.editor import editors
from events.extraction.found import FoundClaim
from events.ingestion import inbox
from events.ingestion.article import Article
from events.models import Claim, ControlEvent, Grouping, Report
from events.tests import factories
from events.tests.factories import DAY, DAY_START
from events.tests.test_admin import as_posted, entered

pytestmark = pytest.mark.django_db
TYPO, FAR = datetime(16, 12, 7, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC)
DAYS = ["0001-01-01", "0016-12-07", "1899-12-31", "2101-01-01", "9999-12-31"]
TOLD = "The year must lie between 1900 and 2100."
FOUND = FoundClaim(
    start=0, end=4, quote="سيطر", places=("shaar",), kind="capture", stance="asserts", mode="actual", actor="saa",
    counterparty=None, source=None, source_text=None, event_start=DAY_START, event_end=DAY_START + DAY,
    time_precision=1, quantity=None, unit=None, partial=False, rule="test", score=1.0, spans=(),
)  # fmt: skip


@pytest.fixture
def editor(client):
    factories.umbrellas()
    user = factories.user()
    user.groups.add(editors())
    client.force_login(user)
    return user


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("field", ["event_start", "event_end", "known_at"])
def test_an_entry_names_the_field(client, editor, field, day):
    given = entered(**{f"{field}_0": day, f"{field}_1": "23:59:59.999999"})
    page = client.post(reverse("admin:events_controlevent_add"), given, headers={"accept-language": "en"})
    (told,) = page.context["adminform"].form.errors[field]
    assert told == TOLD or (field == "event_end" and told == "It must end after it began.")
    assert not ControlEvent.objects.exists()


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("field", ["event_start", "event_end"])
def test_a_claim_names_the_field(client, editor, field, day):
    claim = factories.claim()
    address = reverse("admin:events_claim_change", args=[claim.pk])
    page = client.post(address, {**as_posted(claim), f"{field}_0": day}, headers={"accept-language": "en"})
    assert TOLD in page.context["adminform"].form.errors[field]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("field", ["start", "end"])
def test_a_pin_names_the_field(client, editor, field, day):
    control.enter([factories.entry(status="unknown")], by=editor, reason="So it was")
    event = ControlEvent.objects.derived().get()
    keys = [f"entry:{ControlEvent.objects.get(origin='entered').pk}"]
    given = {"statements": keys, "act": "pin", "reason": "Why", "start": "2016-12-07T15:00", "end": "2016-12-07T18:00"}
    address = reverse("admin:events_controlevent_group", args=[event.pk])
    page = client.post(address, {**given, field: f"{day}T00:00"}, headers={"accept-language": "en"})
    assert page.context["form"].errors[field] == [TOLD]
    assert not Grouping.objects.exists()


@pytest.mark.parametrize("day", DAYS)
def test_the_command_names_its_option(tmp_path, day):
    text = tmp_path / "a.txt"
    text.write_text("سيطر الجيش السوري على حي الشعار.", encoding="utf-8")
    with pytest.raises(CommandError, match="--published-at: the year must lie between 1900 and 2100"):
        call_command("ingest", str(text), f"--published-at={day}")
    assert not Report.objects.exists()


def test_the_first_and_the_last_day_are_taken(client, editor):
    first = entered(event_start_0="1900-01-01", event_end_0="1900-01-02", known_at_0="2100-12-31")
    assert client.post(reverse("admin:events_controlevent_add"), first).status_code == 302
    assert client.get("/table/changes/").status_code == 200


@pytest.mark.parametrize("moment", [TYPO, TYPO.replace(tzinfo=None), FAR])
def test_a_report_of_no_possible_date_has_none(moment):
    report, _ = inbox.store(Article("سيطر الجيش.".encode(), published_at=moment))
    assert (report.published_at, report.state) == (None, "waiting")


@pytest.mark.parametrize("impossible", [{"event_start": TYPO}, {"event_end": FAR}])
def test_a_claim_that_was_read_with_an_impossible_date_has_none(impossible):
    factories.place()
    report = factories.report(state="reading", read_at=None, leased_until=FAR)
    assert claims.store_found(report, [replace(FOUND, **impossible)])
    claim = Claim.objects.get()
    assert (claim.event_start, claim.event_end) == (None, None)


@pytest.mark.parametrize("moment", [TYPO, FAR])
def test_the_database_keeps_it(editor, moment):
    claim, place = factories.claim(), factories.place()
    span = {"event_start": moment, "event_end": moment + DAY / 4}
    writes = {
        "report_is": lambda: Report.objects.update(published_at=moment),
        "claim_is": lambda: Claim.objects.filter(pk=claim.pk).update(**span),
        "control_event_is": lambda: control.enter([factories.entry(status="unknown", **span)], by=editor, reason="x"),
        "grouping_is": lambda: control.group(
            Grouping(place=place, act="pin", statements=["claim:1"], start=moment, end=moment + DAY / 4, reason="Why"),
            by=editor,
        ),
    }
    for name, write in writes.items():
        with pytest.raises(IntegrityError, match=f"{name}_of_our_time"), transaction.atomic():
            write()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("day", ["7/12/2016", "12/7/2016", "07.12.2016"])
def test_a_day_that_two_readers_read_differently_is_refused(client, editor, language, day):
    page = client.post(
        reverse("admin:events_controlevent_add"), entered(event_start_0=day), headers={"accept-language": language}
    )
    assert list(page.context["adminform"].form.errors) == ["event_start"]
    two = {"a": factories.source("sana").slug, "b": factories.source("sohr").slug, "to": "2016-12-30"}
    for address in ("/changed/", "/compare/", "/table/changes/"):
        answers = [client.get(address, {**two, "from": first, "lang": language}) for first in (day, "2016-12-07")]
        assert [answer.status_code for answer in answers] == [400, 200], address


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("time", ["09:30", "09:30:00"])
def test_days_and_times_as_the_form_writes_them_are_taken(client, editor, language, time):
    given = entered(event_start_1=time)
    add = reverse("admin:events_controlevent_add")
    assert client.post(add, given, headers={"accept-language": language}).status_code == 302
    entry = ControlEvent.objects.get(origin="entered")
    assert localtime(entry.event_start).isoformat() == "2016-11-14T09:30:00+02:00"
    shown = client.get(f"{add}?event_start=2016-11-14T09:30", headers={"accept-language": language}).content.decode()
    assert 'value="2016-11-14"' in shown and 'value="09:30:00"' in shown
