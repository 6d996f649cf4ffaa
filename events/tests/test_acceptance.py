"""The case that the product was first made for: the demo, then the real article, through a real worker."""

from datetime import date, datetime

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command

from events import answers, review
from events.models import Claim, Report
from events.questions import Question
from gazetteer.models import Place

ARTICLE = settings.BASE_DIR.parent / "shared" / "reports" / "rt-2016-12-07-ar.txt"
THE_DAY, BEFORE = date(2016, 12, 7), date(2016, 12, 5)
pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not ARTICLE.exists(), reason="the article is not part of the project and is not beside it"),
]


def ingest_the_article() -> None:
    moment = datetime(2016, 12, 7, 12, tzinfo=answers.DAMASCUS).isoformat()
    call_command("ingest", str(ARTICLE), "--publisher", "rt", "--published-at", moment, "--wait")


def state_of_all(day: date) -> dict[str, tuple]:
    return {row.place.slug: (row.holder_id, row.status, row.start) for row in answers.control_on(Question(day))}


def test_shaar_is_assessed_with_the_denial_listed_and_the_day_before_yesterday_stays(celery_processes):
    call_command("load_places", verbosity=0)
    celery_processes("worker", "--concurrency", "1", "--loglevel", "WARNING")
    call_command("load_demo")
    two_days_before = state_of_all(BEFORE)

    ingest_the_article()
    ingest_the_article()

    report = Report.objects.get(is_sample=False)
    editor = User.objects.get(username="editor")
    for claim in report.claims.filter(candidates=[]):
        review.accept(claim, by=editor)
    shaar = answers.explain(Place.objects.get(slug="shaar"), Question(THE_DAY))
    assert (shaar.period.holder.slug, shaar.period.status) == ("government", "assessed")
    denial = Claim.objects.get(report=report, place__slug="shaar", stance="denies")
    assert denial.source.slug == "opposition-sources"
    assert denial in [item.claim for item in shaar.denials]
    assert state_of_all(BEFORE) == two_days_before
