"""One agency text in five papers, through the tables: counted once, listed with its copies."""

from datetime import timedelta

import pytest

from events import answers, control, review
from events.evidence import testimonies_about
from events.ingestion import inbox
from events.ingestion.article import Article
from events.models import ControlPeriod, Evidence, Report
from events.perspectives import parse
from events.questions import Question
from events.tests import factories

pytestmark = pytest.mark.django_db
TEXT = "سيطرت وحدات الجيش السوري اليوم على كامل حي الشعار شرقي المدينة بعد اشتباكات عنيفة استمرت منذ ساعات الفجر"
PAPERS = [f"paper-{number}" for number in range(1, 6)]


@pytest.fixture
def papers():
    """The claims of five papers without a side, who print one text hour by hour and name nobody."""
    factories.umbrellas()
    claims = []
    for hours, slug in enumerate(PAPERS):
        publisher = factories.source(slug, "independent")
        at = factories.NOON + timedelta(hours=hours)
        report = factories.report(TEXT, publisher=publisher, published_at=at)
        claims.append(factories.claim(report=report, source=None))
    return claims


def accept(claims) -> None:
    editor = factories.user()
    for claim in claims:
        review.accept(claim, by=editor)


def test_one_agency_text_in_five_papers_counts_one(papers):
    accept(papers)
    period = ControlPeriod.objects.live().get(place=papers[0].place)

    assert (period.status, period.evidence_count) == ("assessed", 1)
    assert period.event.credibility == 2, "confirmed by nobody else"
    listed = period.event.evidence.order_by("claim").values_list("claim", "speaks_for", "same_text_as")
    first = papers[0].pk
    assert list(listed) == [(first, True, None), *((claim.pk, True, first) for claim in papers[1:])]


@pytest.mark.parametrize("order", [slice(None, None, -1), slice(None)])
def test_the_order_of_acceptance_changes_nothing(papers, order):
    accept(papers[order])
    spoken = Evidence.objects.filter(event__removed_in=None).order_by("claim").values_list("claim", "same_text_as")

    assert list(spoken) == [(papers[0].pk, None), *((claim.pk, papers[0].pk) for claim in papers[1:])]
    assert control.rebuild() == 0


def test_what_was_not_known_yet_has_no_copies(papers):
    accept(papers)
    place = papers[0].place_id
    (said,) = testimonies_about([place], before=papers[1].report.published_at + timedelta(seconds=1))[place]
    assert said.copies == (f"claim:{papers[1].pk}",)


def test_a_perspective_is_of_the_origin_not_of_who_reprints_it(papers):
    accept(papers)
    place = papers[0].place_id
    for slug, number in (("paper-1", 1), ("paper-3", 0), ("independent", 1), ("opposition", 0)):
        said = testimonies_about([place], perspective=parse(slug, set(PAPERS)))
        assert len(said[place]) == number, slug


def test_the_copies_are_told_beside_what_counts(client, papers):
    accept(papers)
    (told,) = client.get("/api/v1/places/shaar/control?on=2016-12-07").json()["for"]
    assert (told["source"], [copy["publisher"] for copy in told["same_text"]]) == ("paper-1", PAPERS[1:])
    assert told["same_text"][0]["report"].endswith(f"#claim-{papers[1].pk}")

    html = client.get("/places/shaar/?lang=en&on=2016-12-07").content.decode()
    assert "The same text, counted once, is also in:" in html
    assert all(f"<bdi>{slug}</bdi>" in html for slug in PAPERS[1:])


def test_evidence_takes_the_same_number_of_queries_however_much_there_is(papers, django_assert_num_queries):
    place = papers[0].place_id
    accept(papers[:1])
    with django_assert_num_queries(5):
        testimonies_about([place])
    accept(papers[1:])
    with django_assert_num_queries(5):
        testimonies_about([place])


def test_telling_it_takes_the_same_number_of_queries_with_copies(client, papers, django_assert_max_num_queries):
    accept(papers[:1])
    with django_assert_max_num_queries(10) as first:
        client.get("/api/v1/places/shaar/control?on=2016-12-07")
    accept(papers[1:])
    with django_assert_max_num_queries(len(first)):
        client.get("/api/v1/places/shaar/control?on=2016-12-07")


def test_a_report_has_its_sketch_from_the_inbox():
    long = " ".join(f"{TEXT} {number}" for number in range(5))
    for text, is_sketched in ((long, True), ("قصير", False)):
        report, _ = inbox.store(Article(body=text.encode()))
        assert bool(Report.objects.get(pk=report.pk).sketch) is is_sketched


def test_a_party_s_own_outlet_claims_and_the_rival_s_admission_assesses():
    factories.umbrellas()
    own = factories.claim(source=factories.source("sana", "government"))
    accept([own])
    assert [row.status for row in answers.control_on(Question(factories.NOON.date()))] == ["claimed"]

    accept([factories.claim(source=factories.source("amc", "opposition"))])
    assert [row.status for row in answers.control_on(Question(factories.NOON.date()))] == ["assessed"]
