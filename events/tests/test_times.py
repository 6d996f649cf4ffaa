"""The three times over HTTP: on, known, revision."""

from datetime import date

import pytest
from django.contrib.gis.geos import Point
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events import answers, control, merging, review
from events.models import Claim, ControlEvent
from events.questions import Question, end_of
from events.templatetags.reader import ARABIC_DIGITS
from events.tests import factories
from gazetteer.models import Boundary, Membership, Place

pytestmark = pytest.mark.django_db
DAY = factories.DAY
ADDRESSES = [
    "/api/v1/control?on=2016-12-09", "/api/v1/control?on=2016-11-17", "/api/v1/places/shaar/control?on=2016-12-09",
    "/api/v1/timeline?", "/api/v1/events?", "/api/v1/events?on=2016-12-06&place=shaar", "/api/v1/claims?",
]  # fmt: skip


@pytest.fixture
def editor():
    factories.umbrellas()
    return factories.user()


@pytest.fixture
def held(editor) -> Claim:
    """Shaar: the opposition's on the eve, then taken on 7 December by SANA's accepted claim."""
    eve = factories.entry(actor=factories.actor("opposition", "opposition"), status="assessed")
    control.enter([eve], by=editor, reason="The eve")
    claim = factories.claim()
    review.accept(claim, by=editor)
    return claim


def _accept_another(editor, claim):
    review.accept(factories.claim(source=factories.source("sohr", "independent")), by=editor)


def _correct(editor, claim):
    review.reopen(claim, by=editor)
    named = {"kind": "advance", "source": factories.source("sohr", "independent"), "source_text": "the Observatory"}
    Claim.objects.filter(pk=claim.pk).update(**named, place=factories.place("sakhour", "الصاخور", "Sakhour"))
    claim.refresh_from_db()
    review.accept(claim, by=editor)


def _withdraw(editor, claim):
    control.withdraw(ControlEvent.objects.live().get(origin="entered"), by=editor, reason="It was not so")


def _undo(editor, claim):
    control.undo(claim.reviews.get().added_in, by=editor, reason="A mistake")


def _merge(editor, claim):
    merging.merge(factories.place(), factories.place("shaar-2", "الشعّار", "Sha'ar"), by=editor)


def _draw(editor, claim):
    shape = factories.shape()
    Boundary.objects.filter(place=factories.place()).update(retired_at=_now())
    Boundary.objects.create(place=factories.place(), shape=shape, method="drawn")


def _now():
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


@pytest.mark.parametrize("correct", [_accept_another, _correct, _withdraw, _undo, _merge, _draw])
def test_a_correction_leaves_what_a_revision_answered_bit_for_bit(client, editor, held, correct):
    Boundary.objects.create(place=factories.place(), shape=factories.shape(37.2), method="built")
    review.reject(factories.claim(), by=editor)
    revision = answers.latest_revision()
    before = {address: client.get(f"{address}&revision={revision}").content for address in ADDRESSES}
    today = client.get("/api/v1/timeline").content
    correct(editor, held)

    for address, said in before.items():
        assert client.get(f"{address}&revision={revision}").content == said
    assert client.get("/api/v1/timeline").content != today
    assert all(len(body) > 100 for body in before.values())


def test_a_place_lists_its_claims_as_a_revision_had_them(client, editor, held):
    revision = answers.latest_revision()
    review.reopen(held, by=editor)
    actor, source = factories.actor("ypg", "kurdish"), factories.source("sohr", "independent")
    Claim.objects.filter(pk=held.pk).update(kind="hold", actor=actor, source=source)
    held.refresh_from_db()
    review.accept(held, by=editor)

    page = f"/places/shaar/?on=2016-12-09&revision={revision}&lang=en"
    [claim] = client.get(page).context["claims"]
    assert (claim.kind, claim.source.slug, claim.actor.slug) == ("capture", "sana", "saa")
    told = client.get(f"/api/v1/claims?revision={revision}&place=shaar").json()["items"]
    assert [(row["kind"], row["source"], row["actor"]) for row in told] == [("capture", "sana", "saa")]
    panel = client.get(f"/api/v1/places/shaar/control?on=2016-12-09&revision={revision}").json()
    assert {(row["kind"], row["source"]) for row in panel["for"]} == {("capture", "sana")}
    [claim] = client.get("/places/shaar/?on=2016-12-09").context["claims"]
    assert (claim.kind, claim.source.slug, claim.actor.slug) == ("hold", "sohr", "ypg")


def test_the_claims_of_a_revision_cost_a_place_the_same_however_many(client, editor, held, django_assert_num_queries):
    def page():
        return client.get(f"/places/shaar/?on=2016-12-09&revision={answers.latest_revision()}").context["claims"]

    review.accept(factories.claim(source=factories.source("afp", "independent")), by=editor)
    page()
    with CaptureQueriesContext(connection) as few:
        assert len(page()) == 2
    for name in ("sohr", "reuters", "tass"):
        review.accept(factories.claim(source=factories.source(name, "independent")), by=editor)
    with django_assert_num_queries(len(few)):
        assert len(page()) == 5


def test_each_revision_answers_as_it_did_when_it_was_the_last(client, editor):
    told = {}
    for act in (lambda: _claim(1, "sana", "government"), lambda: _claim(3, "sohr", "independent"), control.rebuild):
        act()
        told[answers.latest_revision()] = [row["properties"] for row in _control(client)]
    assert len(told) == 2
    for revision, said in told.items():
        assert [row["properties"] for row in _control(client, revision=revision)] == said
    assert _control(client, revision=0) == []


NAMES = {
    "a name": lambda place: place.names.filter(language="ar").update(text="حي آخر"),
    "a kind": lambda place: Place.objects.filter(pk=place.pk).update(kind="quarter"),
    "a point": lambda place: Place.objects.filter(pk=place.pk).update(position=Point(37.2, 36.3, srid=4326)),
    "a name less": lambda place: place.names.filter(language="en").delete(),
}


@pytest.mark.parametrize("change", NAMES.values(), ids=NAMES)
def test_a_place_that_is_corrected_is_at_an_earlier_revision_what_it_was(client, editor, change):
    _claim(1, "sana", "government")
    revision = answers.latest_revision()
    paths = [f"control?on=2016-12-20&revision={revision}", f"timeline?revision={revision}"]
    paths.append(f"places/shaar/control?on=2016-12-20&revision={revision}")
    before = [client.get(f"/api/v1/{path}").content for path in paths]
    change(factories.place())
    review.accept(factories.claim(source=factories.source("sohr", "independent")), by=editor)

    assert [client.get(f"/api/v1/{path}").content for path in paths] == before
    assert client.get("/api/v1/control?on=2016-12-20").content != before[0]


def _control(client, **asked) -> list:
    return client.get("/api/v1/control", {"on": "2016-12-20", **asked}).json()["features"]


def _claim(day: int, source: str, affiliation: str, kind: str = "capture", actor: str = "saa", published: int = 0):
    start = factories.DAY_START + day * DAY
    report = factories.report(published_at=start + (published or 0.5) * DAY)
    said = factories.claim(
        report=report, source=factories.source(source, affiliation), kind=kind, event_start=start,
        event_end=start + DAY, actor=factories.actor(actor, "government" if actor == "saa" else actor),
    )  # fmt: skip
    review.accept(said, by=factories.user())
    return said


KNOWN = [
    ("2016-12-06", None, 0), ("2016-12-07", "claimed", 1), ("2016-12-08", "claimed", 1), ("2016-12-09", "assessed", 2),
]  # fmt: skip


@pytest.mark.parametrize(("known", "status", "voices"), KNOWN)
def test_every_read_tells_what_was_known_by_a_day(client, editor, known, status, voices):
    _claim(0, "sana", "government")
    _claim(0, "sohr", "independent", published=2.5)
    asked = f"on=2016-12-07&known={known}"

    assert [row["properties"]["status"] for row in client.get(f"/api/v1/control?{asked}").json()["features"]] == (
        [status] if status else []
    )
    why = client.get(f"/api/v1/places/shaar/control?{asked}").json()
    assert (why["period"] and why["period"]["status"], len(why["for"])) == (status, voices)
    assert [row["status"] for row in why["history"]] == ([status] if status else [])
    timeline = client.get(f"/api/v1/timeline?known={known}").json()
    assert [row["status"] for row in timeline["states"]] == ([status] if status else [])
    assert timeline["last"] == (known if status else None)
    assert client.get(f"/api/v1/claims?known={known}").json()["count"] == voices
    derived = client.get(f"/api/v1/events?known={known}").json()["items"]
    assert [(row["id"], row["status"]) for row in derived] == ([(None, status)] if status else [])
    page = client.get(f"/places/shaar/?{asked}&lang=en").content.decode()
    assert f"As known on {int(known[-2:])} December 2016" in page
    assert page.count("Read it in the report") == 2 * voices  # as evidence, and among all claims


def test_known_by_the_last_day_is_what_the_rows_say(client, editor, held):
    _claim(2, "sohr", "independent")
    for address in ("/api/v1/control?on=2016-12-09", "/api/v1/places/shaar/control?on=2016-12-09"):
        stored, computed = client.get(address).json(), client.get(f"{address}&known=2017-01-01").json()
        assert {**computed, "known": None} == {**stored, "known": None}


def test_evidence_at_midnight_belongs_to_the_day_that_begins(client, editor):
    _claim(0, "sana", "government", published=1)
    assert _control(client, known="2016-12-07") == []
    assert len(_control(client, known="2016-12-08")) == 1


STORIES = st.lists(
    st.tuples(
        st.integers(0, 6),
        st.sampled_from(["sana", "sohr", "activists"]),
        st.sampled_from(["capture", "advance", "withdrawal", "hold", "loss"]),
        st.sampled_from(["saa", "opposition"]),
        st.sampled_from(["asserts", "denies"]),
        st.integers(0, 9),
    ),
    max_size=5,
)
LEANINGS = {"sana": "government", "sohr": "independent", "activists": "opposition"}


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(story=STORIES, later=STORIES, known=st.integers(0, 9))
def test_evidence_after_a_day_never_changes_what_was_known_by_it(client, story, later, known):
    """Whatever is published afterwards, about whatever day, the answers for that day stay bit for bit."""
    factories.umbrellas()
    Membership.objects.get_or_create(region=factories.place("east", kind="region"), member=factories.place())
    for said in story:
        _tell(*said)
    day = date.fromordinal(date(2016, 12, 7).toordinal() + known)
    before = _answers(client, day)
    for start, *said, published in later:
        _tell(start, *said, max(published, known + 1), region=published % 2)

    assert _answers(client, day) == before


def _tell(start, source, kind, actor, stance, published, *, region=0):
    begins = factories.DAY_START + start * DAY
    claim = factories.claim(
        report=factories.report(published_at=factories.DAY_START + published * DAY), kind=kind, stance=stance,
        source=factories.source(source, LEANINGS[source]), event_start=begins, event_end=begins + DAY,
        actor=factories.actor(actor, "government" if actor == "saa" else actor),
        place=factories.place("east" if region else "shaar"),
    )  # fmt: skip
    review.accept(claim, by=factories.user())


def _answers(client, known) -> list[bytes]:
    of_days = [
        f"/api/v1/{what}?on=2016-12-{day:02}&known={known}"
        for day in (8, 15)
        for what in ("control", "places/shaar/control", "events", "claims")
    ]
    return [client.get(address).content for address in (*of_days, f"/api/v1/timeline?known={known}")]


BAD = [
    ("known=yesterday", ["known"]), ("known=2016-02-30", ["known"]), ("known=1481068800", ["known"]),
    ("known=1800-01-01", ["known"]), ("known=%00", ["known"]), ("revision=x", ["revision"]),
    ("revision=-1", ["revision"]), ("revision=9999999", ["revision"]), ("revision=9999999999999999999", ["revision"]),
    ("known=2016-12-07&revision=1", ["revision"]), ("known=x&revision=x", ["known", "revision"]),
]  # fmt: skip
READS = ["/api/v1/control", "/api/v1/places/shaar/control", "/api/v1/timeline", "/api/v1/events", "/api/v1/claims"]


@pytest.mark.parametrize(("query", "fields"), BAD)
def test_what_is_no_question_is_refused_by_the_name_of_its_field(client, held, query, fields):
    for address in READS:
        answer = client.get(f"{address}?on=2016-12-07&{query}")
        assert (answer.status_code, sorted(answer.json()["errors"])) == (400, fields)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("query", "fields"), BAD)
def test_pages_show_nothing_else_in_its_place(client, held, query, fields, language):
    for page in ("/", "/places/shaar/", "/data/"):
        answer = client.get(f"{page}?{query}&lang={language}")
        assert answer.status_code == 400
        html = answer.content.decode()
        assert 'role="alert"' in html
        assert 'class="state"' not in html and 'class="evidence"' not in html


def test_the_last_revision_is_told_in_the_digits_of_the_reader(client, held):
    last = answers.latest_revision()
    assert f"the last one is {last}." in client.get("/table/?revision=999999&lang=en").text
    assert (
        str(last).translate(ARABIC_DIGITS)
        in client.get("/table/?revision=999999&lang=ar").context["times"]["errors"][0]
    )


def test_fields_left_empty_ask_nothing(client, held):
    assert client.get("/?known=&revision=").status_code == 200
    assert len(_control(client, known="", revision="")) == 1


def test_pages_keep_the_times_in_their_links(client, held):
    page = client.get("/places/shaar/?revision=1&on=2016-12-07&lang=en").content.decode()
    assert "As recorded in revision 1" in page
    assert "/?on=2016-12-07&amp;place=shaar&amp;revision=1" in page
    assert "?revision=1&amp;on=2016-12-07&amp;lang=ar" in page
    data = client.get("/data/?known=2016-12-08&lang=en").content.decode()
    assert "/api/v1/control?on=2016-12-07&amp;known=2016-12-08" in data
    assert "As known on 8 December 2016" in data


def test_the_timeline_of_a_revision_stays_in_the_cache(client, held, editor):
    factories.source("sohr", "independent")
    then = client.get(f"/api/v1/timeline?revision={answers.latest_revision()}")
    now = client.get("/api/v1/timeline")["ETag"]
    _accept_another(editor, held)
    asked = then.request["QUERY_STRING"]
    assert client.get(f"/api/v1/timeline?{asked}", headers={"if-none-match": then["ETag"]}).status_code == 304
    assert client.get("/api/v1/timeline", headers={"if-none-match": now}).status_code == 200
    assert client.get("/api/v1/timeline?known=2016-12-07")["ETag"] not in (then["ETag"], now)


@pytest.mark.parametrize(("query", "number"), [("known=2016-12-20", 13), ("revision=2", 6)])
def test_control_takes_no_query_a_place(client, held, editor, django_assert_max_num_queries, query, number):
    for slug in ("a", "b", "c"):
        review.accept(factories.claim(place=factories.place(slug)), by=editor)
    with django_assert_max_num_queries(number):
        client.get(f"/api/v1/control?on=2016-12-20&{query}")


def test_a_question_is_one_value():
    assert Question(date(2016, 12, 7)) == Question(date(2016, 12, 7), None, None)
    assert Question(known=date(2016, 12, 7)).as_of == {"known": "2016-12-07"}
    assert end_of(date(2016, 12, 7)).isoformat() == "2016-12-08T00:00:00+02:00"


def test_an_account_is_named_in_the_language_of_the_reader(client, held):
    assert "As told by <bdi>opposition sources, sana</bdi>." in client.get("/?sources=opposition,sana&lang=en").text
    arabic = client.get("/?sources=opposition&lang=ar").text
    assert "برواية <bdi>مصادر معارضة</bdi>." in arabic


def test_the_map_runs_over_the_whole_record_whatever_was_known(client, held):
    config = client.get("/?known=2016-11-20").context["config"]
    assert config["record"] == (date(2016, 11, 17), date(2016, 12, 7))
    assert (config["timeline_url"], config["revision"]) == ("/api/v1/timeline?known=2016-11-20", None)


ALL_OF_DATA = [
    "/api/v1/control?", "/api/v1/timeline?", "/api/v1/events?", "/api/v1/claims?", "/api/v1/changed?",
    "/api/v1/counts?", "/changed/?", "/counts/?", "/table/changes/?", "/table/changes.csv?", "/table.csv?",
    "/export/map.png?", "/embed/?",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("times", ["known=2016-12-08", "revision=1", "known=2016-12-08&sources=sana"])
def test_all_that_can_be_taken_away_is_of_the_times_of_the_page(client, held, times, language):
    html = client.get(f"/data/?{times}&lang={language}").content.decode()
    links = [part.split('"')[0].replace("&amp;", "&") for part in html.split('href="')[1:]]
    for beginning in ALL_OF_DATA:
        [link] = [link for link in links if link.startswith(beginning)]
        assert link.endswith(times)
        assert client.get(link).status_code == 200
    [compare] = [link for link in links if link.startswith("/api/v1/compare?")]
    assert ("known=2016-12-08" in compare) == ("known" in times)
