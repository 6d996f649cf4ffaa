"""Which interval of a claim keeps to an annotated date."""

import pytest

from events.evaluation.days import Days, same_days
from events.evaluation.publishing import published

CASES = [
    # annotated, precision, from, to, whether it agrees
    ("2016-12-06", "day", "2016-12-05T22:00Z", "2016-12-06T22:00Z", True),
    ("2016-12-06", "day", "2016-12-01", "2016-12-08", False),
    ("2016-12-06", "evening", "2016-12-06T18:00", "2016-12-07T00:00", True),
    ("2016-12-06", "evening", "2016-12-05", "2016-12-06", False),
    ("2016-12-06", "announced", "2016-12-05", "2016-12-07", True),
    ("2016-12-06", "day", "2016-12-05", "2016-12-07", False),
    ("2016-12-06", "day", "2016-12-06T20:00", "2016-12-06T20:00", True),
    ("2016-12", "week", "2016-12-01", "2016-12-08", True),
    ("2016-11", "month", "2016-11-15", "2016-11-16", True),
    ("2016-11", "month", "2016-12-01", "2016-12-02", False),
    ("2016-11", "month", "2016-01-01", "2017-01-01", False),
    ("2016", "season", "2016-06-01", "2016-09-01", True),
    ("2012", "since", "2012-01-01", "2016-12-07", True),
    ("2012", "since", "2013-06-01", "2016-12-07", False),
    ("2016-12-06", "interval_end", "2016-11-01", "2016-12-07", True),
    ("2016-12", None, "2016-12-01", "2017-01-01", True),
]


@pytest.mark.parametrize(("date", "precision", "first", "last", "agrees"), CASES)
def test_an_interval_against_a_date(date, precision, first, last, agrees):
    start, end = published_or_midnight(first), published_or_midnight(last)
    assert same_days(Days.between(start, end), date, precision) is agrees


def published_or_midnight(text: str):
    return published(f"{text}T00:00" if len(text) == 10 else text)


def test_no_interval_is_no_date():
    assert not same_days(None, "2016", "year")


def test_a_day_of_publication_is_its_evening_in_damascus():
    assert published("2016-12-07").isoformat() == "2016-12-07T20:00:00+02:00"
    assert published("2016-07-01").isoformat() == "2016-07-01T20:00:00+03:00"
