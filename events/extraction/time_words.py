"""What the words of time look like in a folded text, and which interval each means. Pure; days of Damascus."""

import re
import tomllib
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from gazetteer.folding import fold

from .lexicons import FOLDER
from .numbers import WORDS

DAMASCUS = ZoneInfo("Asia/Damascus")
DAY, WEEK, MONTH = 1, 2, 3
_CALENDAR = tomllib.loads((FOLDER / "calendar.toml").read_text(encoding="utf-8"))


def _number_of(rows: list[list[str]], first: int) -> dict[str, int]:
    return {fold(name).text: number for number, names in enumerate(rows, first) for name in names}


MONTH_OF, WEEKDAY_OF = _number_of(_CALENDAR["months"], 1), _number_of(_CALENDAR["weekdays"], 0)
SEASON_OF, PART_OF = _number_of(_CALENDAR["seasons"], 0), _number_of(_CALENDAR["parts_of_a_month"], 0)


def _any(names: dict[str, int]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + ")"


_month, _weekday, _season, _part_of_month = map(_any, (MONTH_OF, WEEKDAY_OF, SEASON_OF, PART_OF))
_year = r"(?:\s*,?\s+(?:من\s+)?(?:عام\s+|العام\s+|سنه\s+|of\s+)?(?P<year>(?:19|20)\d\d)(?!\d))?"
_part = r"(?:(?P<part>فجر|صباح|ظهر|عصر|مساء|ليل|ليله|late|early)\s+(?:يوم\s+|on\s+)?)?"
PATTERNS = [
    ("iso", r"(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    ("numeric", r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:19|20)\d\d)"),
    ("absolute", rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_month})(?:\s*/\s*{_month})?{_year}"),
    ("absolute", rf"(?P<month>{_month})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){_year}"),
    ("part", rf"(?:in\s+|the\s+)*(?P<part_of_month>{_part_of_month})[\s-]+(?:of\s+|شهر\s+)?(?P<month>{_month}){_year}"),
    ("month", rf"(?:(?:in|since|شهر|في|منذ|by)[\s-]+)+(?P<month>{_month}){_year}"),
    ("season", rf"(?P<season>{_season})[\s,]+(?:of\s+|عام\s+)?(?P<year>(?:19|20)\d\d)(?!\d)"),
    (
        "year",
        r"(?:in|since|mid|early|late|منذ|عام|العام|سنه)[\s-]+(?:عام\s+|العام\s+)?"
        r"(?:early[ -]|mid[ -]|late[ -])?(?P<year>(?:19|20)\d\d)(?!\d)",
    ),
    ("weekday", rf"(?:(?P<since>منذ|since)\s+)?{_part}(?:يوم\s+)?(?P<weekday>{_weekday})"),
    ("before-yesterday", r"(?:اول من امس|امس الاول|اول امس|day before yesterday)"),
    ("yesterday", r"(?:امس|البارحه|yesterday)"),
    ("overnight", r"(?:overnight|الليله الماضيه|ليله امس)"),
    ("today", r"(?:اليوم|today|this morning|هذا الصباح|this evening)(?!\s+واحد)"),
    ("days-ago", r"(?:قبل\s+(?P<dual>يومين)|قبل\s+(?P<count>\w+)\s+ايام|(?P<count2>\w+)\s+days\s+ago)"),
    ("fortnight-ago", r"(?:قبل اسبوعين|two weeks ago)"),
    (
        "past-days",
        r"(?:خلال\s+)?(?:ال)?(?:يومين|ايام)\s+(?:\w+\s+)?(?:الماضيين|الماضيه|الاخيره|الاخيرين)"
        r"|(?:in|over) the (?:past|last) (?:few |two |three )?days"
        r"|(?:خلال )?(?:ال)?48 ساعه (?:الماضيه|الاخيره)|(?:past|last) 48 hours",
    ),
    ("past-hours", r"(?:خلال )?(?:ال)?(?:ساعات|24 ساعه)(?:\s+\w+){0,2}\s+(?:الماضيه|الاخيره)|(?:past|last) 24 hours"),
    ("last-fortnight", r"(?:خلال\s+)?الاسبوعين (?:الماضيين|الاخيرين)|(?:past|last) two weeks"),
    ("last-week", r"(?:الاسبوع الماضي|last week|past week|قبل اسبوع|بعد اسبوع|a week ago)"),
    ("this-month", r"(?:earlier this month|this month|هذا الشهر|الشهر الجاري)"),
    ("next-day", r"(?:the next day|a day later|next day|اليوم التالي)"),
    (
        "same-day",
        r"(?:(?:earlier|later) in the day|by the end of the day|in the evening|later that day|that day|حينها|حينذاك)",
    ),
]
COMPILED = [(name, re.compile(rf"(?<!\w)[وفبل]?(?:{source})(?!\w)")) for name, source in PATTERNS]


def day_start(day: date) -> datetime:
    """Midnight in Damascus at the beginning of a day."""
    return datetime.combine(day, time(), DAMASCUS)


def resolve(name: str, match: re.Match, today: date | None, previous: date | None):
    """(first, last, precision) of a match, half-open; None where there is no such day, or none to reckon from.

    `today` is the day of publication, `previous` the day that the report spoke of last.
    """
    try:
        return _RESOLVERS[name](match, today, previous)
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None


def _days(first: date, count: int = 1, precision: int = DAY):
    return day_start(first), day_start(first + timedelta(days=count)), precision


def _numeric(match, today, previous):
    """Day and month in the order of the region's press, unless only the other is a date."""
    day, month = int(match["day"]), int(match["month"])
    return _days(date(int(match["year"]), *((day, month) if month > 12 else (month, day))))


def _absolute(match, today, previous):
    month, day = MONTH_OF[match["month"]], int(match["day"])
    year = int(match["year"]) if match["year"] else _year_of(month, day, today, previous)
    return _days(date(year, month, day))


def _year_of(month: int, day: int, today: date | None, previous: date | None) -> int:
    if today is None:
        return previous.year  # the report has no date: the year it spoke of last; none at all is no date
    return today.year - (date(today.year, month, day) > today)


def _first_of_month(match, today, previous) -> date:
    month = MONTH_OF[match["month"]]
    return date(int(match["year"]) if match["year"] else _year_of(month, 1, today, previous), month, 1)


def _after_months(first: date, count: int) -> date:
    months = first.year * 12 + first.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def _months_long(first: date, count: int):
    return day_start(first), day_start(_after_months(first, count)), MONTH


def _part_of_a_month(match, today, previous):
    """A third of the month."""
    first, third = _first_of_month(match, today, previous), PART_OF[match["part_of_month"]]
    last = _after_months(first, 1) if third == 2 else first + timedelta(days=10 * (third + 1))
    return day_start(first + timedelta(days=10 * third)), day_start(last), MONTH


def _season_long(match, today, previous):
    """Three months: spring from March, and winter from the December of that year."""
    return _months_long(date(int(match["year"]), 3 * (SEASON_OF[match["season"]] + 1), 1), 3)


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
    return day_start(today.replace(day=1)), day_start(today + timedelta(days=1)), MONTH


_RESOLVERS = {
    "iso": _numeric,
    "numeric": _numeric,
    "absolute": _absolute,
    "part": _part_of_a_month,
    "month": lambda match, today, previous: _months_long(_first_of_month(match, today, previous), 1),
    "season": _season_long,
    "year": lambda match, today, previous: _months_long(date(int(match["year"]), 1, 1), 12),
    "weekday": _weekday_before,
    "days-ago": _days_ago,
    "before-yesterday": _back(2, 1, DAY),
    "yesterday": _back(1, 1, DAY),
    "today": _back(0, 1, DAY),
    "overnight": _overnight,
    "past-days": _back(2, 3, WEEK),
    "past-hours": _back(1, 2, DAY),
    "fortnight-ago": _back(16, 5, WEEK),
    "last-fortnight": _back(14, 15, WEEK),
    "last-week": _back(7, 7, WEEK),
    "this-month": _this_month,
    "next-day": lambda match, today, previous: _days(previous + timedelta(days=1)),
    "same-day": lambda match, today, previous: _days(previous),
}
