"""Dates in the words of a report, as half-open intervals of Damascus time."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from gazetteer.folding import fold

from .lexicons import FOLDER
from .numbers import WORDS
from .sieve import Sieve

DAMASCUS = ZoneInfo("Asia/Damascus")
DAY, WEEK, MONTH = 1, 2, 3
_CALENDAR = tomllib.loads((FOLDER / "calendar.toml").read_text(encoding="utf-8"))
MONTH_OF = {fold(name).text: number for number, names in enumerate(_CALENDAR["months"], 1) for name in names}
WEEKDAY_OF = {fold(name).text: number for number, names in enumerate(_CALENDAR["weekdays"]) for name in names}
_month = "(?:" + "|".join(sorted(MONTH_OF, key=len, reverse=True)) + ")"
_weekday = "(?:" + "|".join(sorted(WEEKDAY_OF, key=len, reverse=True)) + ")"
_year = r"(?:\s*,?\s+(?:من\s+)?(?:عام\s+|العام\s+|سنه\s+|of\s+)?(?P<{}>(?:19|20)\d\d)(?!\d))?"
_part = r"(?:(?P<part>فجر|صباح|ظهر|عصر|مساء|ليل|ليله|late|early)\s+(?:يوم\s+|on\s+)?)?"
PATTERNS = [
    (
        "absolute",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_month})(?:\s*/\s*{_month})?"
        + _year.format("year"),
    ),
    ("absolute", rf"(?P<month>{_month})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)" + _year.format("year")),
    (
        "month",
        rf"(?:(?:early|mid|late|in|since|شهر|في|منذ|by)[\s-]+)+(?:late\s+|early\s+|مطلع\s+)?(?P<month>{_month})"
        + _year.format("year"),
    ),
    (
        "year",
        r"(?:in|since|mid|early|late|منذ|عام|العام|سنه|صيف|شتاء)[\s-]+(?:عام\s+|العام\s+)?"
        r"(?:early[ -]|mid[ -]|late[ -])?(?P<year>(?:19|20)\d\d)(?!\d)",
    ),
    ("weekday", rf"(?:(?P<since>منذ|since)\s+)?{_part}(?:يوم\s+)?(?P<weekday>{_weekday})"),
    ("before-yesterday", r"(?:اول من امس|امس الاول|اول امس|day before yesterday)"),
    ("yesterday", r"(?:امس|البارحه|yesterday)"),
    ("overnight", r"(?:overnight|الليله الماضيه|ليله امس)"),
    ("today", r"(?:اليوم|today|this morning|هذا الصباح|this evening)(?!\s+واحد)"),
    ("days-ago", r"(?:قبل\s+(?P<dual>يومين)|قبل\s+(?P<count>\w+)\s+ايام|(?P<count2>\w+)\s+days\s+ago)"),
    (
        "past-days",
        r"(?:خلال\s+)?(?:ال)?(?:يومين|ايام)\s+(?:\w+\s+)?(?:الماضيين|الماضيه|الاخيره|الاخيرين)"
        r"|(?:in|over) the (?:past|last) (?:few |two |three )?days",
    ),
    ("past-hours", r"(?:خلال )?(?:ال)?(?:ساعات|24 ساعه)(?:\s+\w+){0,2}\s+(?:الماضيه|الاخيره)|past 24 hours"),
    ("last-fortnight", r"(?:خلال\s+)?الاسبوعين (?:الماضيين|الاخيرين)|(?:past|last) two weeks"),
    ("last-week", r"(?:الاسبوع الماضي|last week|past week|قبل اسبوع|بعد اسبوع)"),
    ("this-month", r"(?:earlier this month|this month|هذا الشهر|الشهر الجاري)"),
    ("next-day", r"(?:the next day|a day later|next day|اليوم التالي)"),
    ("same-day", r"(?:later in the day|by the end of the day|in the evening|later that day|that day|حينها|حينذاك)"),
]
COMPILED = [(name, re.compile(rf"(?<!\w)[وفبل]?(?:{source})(?!\w)")) for name, source in PATTERNS]
RELATIVE = frozenset({"next-day", "same-day"})  # to the day spoken of last
SIEVE = Sieve(enumerate(regex for _, regex in COMPILED))


@dataclass(frozen=True, slots=True)
class When:
    """A time expression: where it stands and which interval it means."""

    start: int
    end: int
    first: datetime
    last: datetime
    precision: int
    since: bool = False


def dates(text: str, published: datetime | None, previous: Callable[[], date | None]) -> list[When]:
    """The time expressions of a folded sentence that can be resolved, in order; the more exact wins an overlap."""
    likely = SIEVE.candidates(text)
    if not likely:
        return []
    today = published.astimezone(DAMASCUS).date() if published else None
    found: list[When] = []
    for name, regex in (one for number, one in enumerate(COMPILED) if likely & 1 << number):
        for match in regex.finditer(text):
            before = previous() if today is None or name in RELATIVE else None
            interval = _resolve(name, match, today, before)
            if interval and not any(match.start() < one.end and one.start < match.end() for one in found):
                since = bool(re.match(r"\W*[وف]?(?:منذ|since)\b", match[0]))
                found.append(When(match.start(), match.end(), *interval, since))
    return sorted(_without_doubles(text, found), key=lambda one: one.start)


def _without_doubles(text: str, found: list[When]) -> list[When]:
    """A weekday right beside a date is that date: "Friday, 16 December"."""
    exact = [
        one for one in found if one.precision == DAY and any(letter.isdigit() for letter in text[one.start : one.end])
    ]
    return [one for one in found if one in exact or not any(_touch(text, one, other) for other in exact)]


def _touch(text: str, one: When, other: When) -> bool:
    between = text[one.end : other.start] if one.start < other.start else text[other.end : one.start]
    return len(between) < 4 and not between.strip(" ,،()")


def day_start(day: date) -> datetime:
    """Midnight in Damascus at the beginning of a day."""
    return datetime.combine(day, time(), DAMASCUS)


def _resolve(name: str, match: re.Match, today: date | None, previous: date | None):
    try:
        return _RESOLVERS[name](match, today, previous)
    except (ValueError, OverflowError, TypeError, AttributeError):  # no such day, or none to reckon from
        return None


def _days(first: date, count: int = 1, precision: int = DAY):
    return day_start(first), day_start(first + timedelta(days=count)), precision


def _absolute(match, today, previous):
    year = (
        int(match["year"]) if match["year"] else _year_of(MONTH_OF[match["month"]], int(match["day"]), today, previous)
    )
    return _days(date(year, MONTH_OF[match["month"]], int(match["day"])))


def _year_of(month: int, day: int, today: date | None, previous: date | None) -> int:
    if today is None:
        return previous.year  # the report has no date: the year it spoke of last; none at all is no date
    return today.year - (date(today.year, month, day) > today)


def _month_long(match, today, previous):
    month = MONTH_OF[match["month"]]
    year = int(match["year"]) if match["year"] else _year_of(month, 1, today, previous)
    return day_start(date(year, month, 1)), day_start(date(year + month // 12, month % 12 + 1, 1)), MONTH


def _year_long(match, today, previous):
    year = int(match["year"])
    return day_start(date(year, 1, 1)), day_start(date(year + 1, 1, 1)), MONTH


def _weekday_before(match, today, previous):
    back = (today.weekday() - WEEKDAY_OF[match["weekday"]]) % 7
    day = today - timedelta(days=back)
    return (day_start(day), day_start(today + timedelta(days=1)), WEEK) if match["since"] else _days(day)


def _days_ago(match, today, previous):
    word = match["count"] or match["count2"]
    count = 2 if match["dual"] else int(word) if word.isdigit() else WORDS.get(word)
    return _days(today - timedelta(days=int(count)))


def _back(days: int, length: int, precision: int):
    return lambda match, today, previous: _days(today - timedelta(days=days), length, precision)


def _overnight(match, today, previous):
    evening = day_start(today - timedelta(days=1)) + timedelta(hours=18)
    return evening, evening + timedelta(hours=12), DAY


def _this_month(match, today, previous):
    first = today.replace(day=1)
    return day_start(first), day_start(today + timedelta(days=1)), MONTH


_RESOLVERS = {
    "absolute": _absolute,
    "month": _month_long,
    "year": _year_long,
    "weekday": _weekday_before,
    "days-ago": _days_ago,
    "before-yesterday": _back(2, 1, DAY),
    "yesterday": _back(1, 1, DAY),
    "today": _back(0, 1, DAY),
    "overnight": _overnight,
    "past-days": _back(2, 3, WEEK),
    "past-hours": _back(1, 2, DAY),
    "last-fortnight": _back(14, 15, WEEK),
    "last-week": _back(7, 7, WEEK),
    "this-month": _this_month,
    "next-day": lambda match, today, previous: _days(previous + timedelta(days=1)),
    "same-day": lambda match, today, previous: _days(previous),
}
