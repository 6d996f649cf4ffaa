"""An hour of a day, and all that answers for it: control, table, page of a place, explanation, pictures, links."""

import csv
import io
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops

from events import answers, control, review
from events.questions import end_of, end_of_hour
from events.tests import factories
from gazetteer.models import Boundary

pytestmark = pytest.mark.django_db
TWO = factories.DAY_START + timedelta(hours=14)
SVG = "{http://www.w3.org/2000/svg}"
STATUS = {13: "claimed", 14: "contested"}


@pytest.fixture
def fought_over():
    """Shaar, claimed by the government on 7 December, and fought over from two in the afternoon."""
    factories.umbrellas()
    editor = factories.user()
    Boundary.objects.create(place=factories.place(), shape=factories.shape(37.15), method="built")
    review.accept(factories.claim(), by=editor)
    fight = factories.entry(
        actor=factories.actor("opposition"), kind="clash", status="contested", event_start=TWO,
        event_end=TWO + timedelta(hours=1), known_at=TWO,
    )  # fmt: skip
    control.enter([fight], by=editor, reason="With its hour")


def _times() -> list[str]:
    return ["", "&known=2016-12-08", f"&revision={answers.latest_revision()}"]


def test_control_shows_what_held_when_the_hour_was_over(client, fought_over):
    for times in _times():
        for hour, status in STATUS.items():
            found = client.get(f"/api/v1/control?on=2016-12-07&at={hour}{times}").json()["features"][0]
            assert found["properties"]["status"] == status, times
    why = client.get("/api/v1/places/shaar/control?on=2016-12-07&at=13").json()
    assert (why["at"], why["period"]["status"], len(why["for"])) == (13, "claimed", 1)


def test_the_table_and_its_file_answer_for_the_hour(client, fought_over):
    for times in _times():
        for hour, status in STATUS.items():
            answer = client.get(f"/table.csv?on=2016-12-07&at={hour}{times}")
            [row] = csv.DictReader(io.StringIO(answer.text))
            assert (row["status"], row["on"], row["at"]) == (status, "2016-12-07", str(hour)), times
            assert f'"aleppo-control-2016-12-07T{hour}.csv"' in answer["Content-Disposition"]
            page = client.get(f"/table/?on=2016-12-07&at={hour}{times}&lang=en").text
            assert f"1 place on 7 December 2016, {hour}:00" in page
            assert f'<option value="{hour}" selected>{hour}:00</option>' in page


def test_an_hour_before_any_is_told_is_the_hour_asked_for_and_not_the_day(client, fought_over):
    [row] = csv.DictReader(io.StringIO(client.get("/table.csv?on=2016-12-07&at=0").text))
    assert (row["status"], row["at"]) == ("claimed", "0")
    [row] = csv.DictReader(io.StringIO(client.get("/table.csv?on=2016-12-07").text))
    assert (row["status"], row["at"]) == ("contested", "")


def test_the_page_of_a_place_and_the_explanation_answer_for_the_hour(client, fought_over):
    for times in _times():
        for hour, status in STATUS.items():
            asked = f"on=2016-12-07&at={hour}{times}"
            page = client.get(f"/places/shaar/?{asked}&lang=en")
            assert page.context["period"].status == status, times
            assert f"On 7 December 2016, {hour}:00" in page.text
            told = client.get(f"/api/v1/places/shaar/control?{asked}").json()
            assert (told["at"], told["period"]["status"]) == (hour, status)


def test_hours_are_told_in_the_digits_of_the_reader(client, fought_over):
    assert "٧ كانون الأول ٢٠١٦، ١٤:٠٠" in client.get("/table/?on=2016-12-07&at=14&lang=ar").text
    assert "٧ كانون الأول ٢٠١٦، ٠٩:٠٠" in client.get("/places/shaar/?on=2016-12-07&at=9&lang=ar").text


def _words(client, query: str) -> str:
    root = ElementTree.fromstring(client.get(f"/export/map.svg?{query}").content)
    return " | ".join(node.text for node in root.iter(f"{SVG}text"))


def test_a_picture_shows_the_hour_and_says_it(client, fought_over):
    last = answers.latest_revision()
    for hour, counts in ((13, "claimed 1 | contested 0"), (14, "claimed 0 | contested 1")):
        words = _words(client, f"on=2016-12-07&at={hour}&lang=en")
        assert f"Wednesday, 7 December 2016, {hour}:00" in words and counts in words
        assert "The end of the hour in Damascus" in words
        assert f"http://testserver/?on=2016-12-07&at={hour}&revision={last}" in words
    assert "claimed 1 | contested 0" in _words(client, "on=2016-12-07&at=13&known=2016-12-08&lang=en")
    assert "الأربعاء، ٧ كانون الأول ٢٠١٦، ١٤:٠٠" in _words(client, "on=2016-12-07&at=14&lang=ar")


def test_each_frame_of_a_film_is_that_hour_of_its_day(client, fought_over):
    film = client.get("/export/map.gif?on=2016-12-07&at=13&from=2016-12-06&width=400&lang=en")
    assert '"aleppo-2016-12-06T13-2016-12-07T13.gif"' in film["Content-Disposition"]
    before, after = (_last_frame(client, hour) for hour in STATUS)
    assert ImageChops.difference(before, after).getbbox()


def _last_frame(client, hour: int) -> Image.Image:
    address = f"/export/map.gif?on=2016-12-07&at={hour}&from=2016-12-06&width=400&lang=en"
    film = Image.open(io.BytesIO(client.get(address).content))
    film.seek(film.n_frames - 1)
    return film.convert("RGB")


@pytest.mark.parametrize(
    "page", ["/", "/embed/", "/table/", "/places/shaar/", "/changed/", "/data/"], ids=lambda page: page.strip("/")
)
def test_links_between_pages_keep_the_hour(client, fought_over, page):
    html = client.get(f"{page}?on=2016-12-07&at=14&lang=en").text
    assert 'href="/?on=2016-12-07&amp;at=14' in html
    if page != "/embed/":
        assert 'href="/table/?on=2016-12-07&amp;at=14' in html


def test_the_rows_of_the_table_lead_to_the_same_hour(client, fought_over):
    html = client.get("/table/?on=2016-12-07&at=14&lang=en").text
    assert 'href="/?on=2016-12-07&amp;at=14&amp;place=shaar"' in html
    assert 'href="/places/shaar/?on=2016-12-07&amp;at=14"' in html
    assert 'href="/export/map.png?on=2016-12-07&amp;at=14&amp;lang=en"' in html
    assert "/api/v1/control?on=2016-12-07&amp;at=14" in client.get("/data/?on=2016-12-07&at=14").text


def test_leaving_another_time_keeps_the_hour_and_what_the_table_is_narrowed_to(client, fought_over):
    html = client.get("/table/?on=2016-12-07&at=14&known=2016-12-08&status=contested&q=الشعار&lang=en").text
    assert 'href="?on=2016-12-07&amp;at=14&amp;status=contested&amp;q=%D8%A7%D9%84%D8%B4%D8%B9%D8%A7%D8%B1"' in html
    assert html.count('<input type="hidden" name="at" value="14">') == 3  # in each form of the times
    assert html.count('<input type="hidden" name="status" value="contested">') == 3


BAD = ["at=24", "at=-1", "at=two", "at=1.5", "at=%00"]
TOLD = {"en": "Give the hour as a number from 0 to 23, and its day with it.", "ar": "اكتب الساعة رقمًا من ٠ إلى ٢٣"}


@pytest.mark.parametrize("language", TOLD)
@pytest.mark.parametrize("query", [*(f"on=2016-12-07&{one}" for one in BAD), "at=14"])
def test_an_hour_that_is_none_is_told_as_other_times_that_are_none(client, fought_over, query, language):
    for page in ("/", "/embed/", "/table/", "/places/shaar/", "/changed/", "/data/"):
        answer = client.get(f"{page}?{query}&lang={language}")
        assert answer.status_code == 400, page
        assert 'role="alert"' in answer.text and TOLD[language] in answer.text, page
    for name in ("table.csv", "export/map.svg", "export/map.png", "export/map.gif"):
        answer = client.get(f"/{name}?{query}&lang={language}")
        assert answer.status_code == 400 and TOLD[language] in answer.text, name
    assert client.get(f"/export/map.svg?{query}&lang=en").text == f"at: {TOLD['en']}"


def test_the_hour_of_a_day_that_is_none_goes_with_it(client, fought_over):
    page = client.get("/table/?on=yesterday&at=14&lang=en")
    assert page.status_code == 200 and page.context["question"].at is None


def test_an_answer_of_all_days_says_that_it_knows_no_hour(client, fought_over):
    answer = client.get("/api/v1/timeline?at=14")
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["at"])
    assert "no such parameter" in answer.content.decode()


@pytest.mark.parametrize("at", ["24", "-1", "two", "1.5"])
def test_an_hour_that_is_none_is_named(client, at):
    answer = client.get(f"/api/v1/control?on=2016-12-07&at={at}")
    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["at"])


@pytest.mark.parametrize(
    ("day", "hour", "end"),
    [
        (date(2016, 12, 7), 14, "2016-12-07T13:00:00+00:00"),
        (date(2016, 12, 7), 23, "2016-12-07T22:00:00+00:00"),
        (date(2016, 3, 25), 1, "2016-03-24T23:00:00+00:00"),  # the first hour of a day that began at one
        (date(2016, 10, 27), 23, "2016-10-27T22:00:00+00:00"),  # the second of two such hours
    ],
)
def test_hours_are_those_of_the_clock_in_damascus(day, hour, end):
    assert end_of_hour(day, hour).isoformat() == end
    if hour == 23:
        assert end_of_hour(day, hour) == end_of(day)
