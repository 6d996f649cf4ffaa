"""Time expressions, as days of Damascus; published on the evening of Wednesday 7 December 2016."""

from datetime import datetime

import pytest

from events.extraction.dates import DAMASCUS, dates
from gazetteer.folding import fold

PUBLISHED = datetime(2016, 12, 7, 20, tzinfo=DAMASCUS)
CASES = [
    ("يوم 7 ديسمبر/كانون الأول", "2016-12-07", "2016-12-08"),
    ("في 28 تشرين الثاني 2016", "2016-11-28", "2016-11-29"),
    ("في ٢٨ نوفمبر", "2016-11-28", "2016-11-29"),
    ("مساء الثلاثاء", "2016-12-06", "2016-12-07"),
    ("منذ الثلاثاء", "2016-12-06", "2016-12-08"),
    ("أمس", "2016-12-06", "2016-12-07"),
    ("فجر اليوم", "2016-12-07", "2016-12-08"),
    ("خلال الأسبوعين الماضيين", "2016-11-23", "2016-12-08"),
    ("عام 2012", "2012-01-01", "2013-01-01"),
    ("أول من أمس", "2016-12-05", "2016-12-06"),
    ("on Tuesday", "2016-12-06", "2016-12-07"),
    ("on 29 November", "2016-11-29", "2016-11-30"),
    ("on August 6", "2016-08-06", "2016-08-07"),
    ("on 12 December", "2015-12-12", "2015-12-13"),
    ("yesterday", "2016-12-06", "2016-12-07"),
    ("in July 2012", "2012-07-01", "2012-08-01"),
    ("last week", "2016-11-30", "2016-12-07"),
    ("في 28/11/2016", "2016-11-28", "2016-11-29"),
    ("بتاريخ 2016-11-28", "2016-11-28", "2016-11-29"),
    ("في صيف 2012", "2012-06-01", "2012-09-01"),
    ("مطلع كانون الأول", "2016-12-01", "2016-12-11"),
    ("in late November", "2016-11-21", "2016-12-01"),
    ("winter 2015", "2015-12-01", "2016-03-01"),
    ("قبل أسبوعين", "2016-11-21", "2016-11-26"),
    ("خلال الساعات الـ48 الماضية", "2016-12-06", "2016-12-08"),
    ("in the past 48 hours", "2016-12-05", "2016-12-08"),
]


@pytest.mark.parametrize(("text", "first", "last"), CASES, ids=[text for text, *_ in CASES])
def test_a_time_expression_is_an_interval(text, first, last):
    (when,) = dates(fold(text).text, PUBLISHED, lambda: None)
    assert (when.first.date().isoformat(), when.last.date().isoformat()) == (first, last)


def test_without_a_day_of_publication_a_weekday_says_nothing():
    assert dates("on tuesday", None, lambda: None) == []


def test_a_claim_does_not_reach_past_its_publication(read):
    (claim,) = read("سيطر الجيش السوري على حي الشعار اليوم.")
    assert (claim.event_start.hour, claim.event_end) == (0, PUBLISHED)


def test_a_claim_without_a_date_is_of_the_day_of_publication(read):
    (claim,) = read("The Syrian army captured Sakhour.")
    assert (claim.event_start, claim.event_end) == (datetime(2016, 12, 7, tzinfo=DAMASCUS), PUBLISHED)


def test_a_report_without_a_date_has_claims_without_one(extractor):
    (claim,) = extractor.extract("The Syrian army captured Sakhour.")
    assert (claim.event_start, claim.event_end) == (None, None)
