"""What a reader asks the record, in three times; parsed once from the query string and handed to every read."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest
from ninja import Field, Schema
from pydantic import AfterValidator, BeforeValidator, ValidationError, ValidationInfo, field_validator

from events.models import Revision, Source
from events.perspectives import parse

DAMASCUS = ZoneInfo(settings.TIME_ZONE)
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def end_of(day: date) -> datetime:
    """The first moment after `day` in Damascus; the state of a day is what held just before it."""
    return datetime.combine(day + timedelta(days=1), time.min, DAMASCUS)


def end_of_hour(day: date, hour: int) -> datetime:
    """The first moment after that hour of the day in Damascus; after the second one where the clock is put back."""
    begin = datetime.combine(day, time(hour), DAMASCUS).replace(fold=1)
    return begin.astimezone(UTC) + timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Question:
    """Control on a day or in an hour of it, from what was known by a day, or as the database recorded it at a revision.

    `sources` names a perspective, such as sohr or opposition; then only its origins count.
    """

    on: date | None = None
    known: date | None = None
    revision: int | None = None
    sources: str | None = None
    at: int | None = None

    @property
    def moment(self) -> datetime:
        """What held just before this moment is the answer for the day, or for the hour of it."""
        return end_of(self.on) if self.at is None else end_of_hour(self.on, self.at)

    @property
    def is_computed(self) -> bool:
        """Answered by the rule from a part of the evidence, not from rows."""
        return bool(self.known or self.sources)

    @property
    def times(self) -> dict[str, str]:
        """The times that are not of today, as a query string has them."""
        given = {"known": self.known and self.known.isoformat(), "revision": self.revision}
        return {name: str(value) for name, value in given.items() if value is not None}

    @property
    def as_of(self) -> dict[str, str]:
        """What is not of today, as a query string has it: empty when all that is known today may answer."""
        return self.times | ({"sources": self.sources} if self.sources else {})

    @property
    def when(self) -> dict[str, str]:
        """The day and the hour of it, as a query string has them."""
        return {
            **({"on": self.on.isoformat()} if self.on else {}),
            **({"at": str(self.at)} if self.at is not None else {}),
        }

    @property
    def asked(self) -> dict[str, str]:
        """All of it, as a query string has it."""
        return self.when | self.as_of


class BadQuestion(ValueError):
    """The query string names no question; `fields` are those that are wrong, `on` is its day where that is right."""

    def __init__(self, fields: dict[str, str], on: date | None = None):
        super().__init__(", ".join(fields))
        self.fields = fields
        self.on = on


def _written_as_a_day(value: Any) -> Any:
    if isinstance(value, str) and not A_DAY.fullmatch(value):
        raise ValueError("give the day as 2016-12-07")
    return value


def _of_our_time(day: date) -> date:
    if not 1900 <= day.year <= 2100:
        raise ValueError("the year must lie between 1900 and 2100")
    return day


def _empty_is_none(value: Any) -> Any:
    return None if value == "" else value


Day = Annotated[date, BeforeValidator(_written_as_a_day), AfterValidator(_of_our_time)]
MaybeDay = Annotated[Day | None, BeforeValidator(_empty_is_none)]
MaybeNumber = Annotated[int | None, BeforeValidator(_empty_is_none)]
MaybeText = Annotated[str | None, BeforeValidator(_empty_is_none)]


class Asked(Schema):
    """The three times as parameters."""

    on: MaybeDay = Field(None, description="The state at the end of this day, in Damascus.")
    known: MaybeDay = Field(None, description="Only evidence published by the end of this day counts.")
    revision: MaybeNumber = Field(None, ge=0, description="What the database answered at this revision, bit for bit.")

    @field_validator("revision")
    @classmethod
    def is_recorded_and_alone(cls, number: int | None, info: ValidationInfo) -> int | None:
        """What the rule makes of evidence is computed today, so it is of no earlier revision."""
        if number is not None and info.data.get("known"):
            raise ValueError("ask for known= or for revision=, not for both")
        if number is not None and number > (last := Revision.objects.last_number()):
            raise ValueError(f"there is no revision {number} yet; the last one is {last}")
        return number

    def question(self) -> Question:
        """The question that these parameters put."""
        return Question(self.on, self.known, self.revision)


class AskedOfSome(Asked):
    """The same, and whose word counts."""

    sources: MaybeText = Field(
        None,
        max_length=500,
        description="Only these count: slugs of sources, or a set such as opposition.",
    )

    @field_validator("sources")
    @classmethod
    def names_sources_and_no_revision(cls, text: str | None, info: ValidationInfo) -> str | None:
        """The perspective in its usual spelling."""
        if text and info.data.get("revision") is not None:
            raise ValueError("ask for sources= or for revision=, not for both")
        return parse(text, set(Source.objects.values_list("slug", flat=True))).text if text else None

    def question(self) -> Question:
        """The question that these parameters put."""
        return Question(self.on, self.known, self.revision, self.sources)


class AskedOfAnHour(AskedOfSome):
    """The same, and an hour of the day."""

    at: MaybeNumber = Field(None, ge=0, le=23, description="The state at the end of this hour of the day instead.")

    @field_validator("at")
    @classmethod
    def is_of_a_day(cls, hour: int | None, info: ValidationInfo) -> int | None:
        """An hour of no day is none."""
        if hour is not None and "on" in info.data and info.data["on"] is None:
            raise ValueError("give the day of this hour as on=2016-12-07")
        return hour

    def question(self) -> Question:
        """The question that these parameters put."""
        return replace(super().question(), at=self.at)


class AskedOfADay(AskedOfAnHour):
    """The same, where a day is needed."""

    on: Day = Field(description="The state at the end of this day, in Damascus.")


def question_of(request: HttpRequest, asked: type[AskedOfSome] = AskedOfAnHour) -> Question:
    """The question in the query string of a page; BadQuestion when it is none.

    A day that is none leaves the page to choose one, since it shows which, and takes its hour with it; the others say
    what may answer, so nothing else may stand in for them.
    """
    given = {name: value for name, value in request.GET.dict().items() if name in asked.model_fields}
    try:
        return asked.model_validate(given).question()
    except ValidationError as error:
        wrong = {str(found["loc"][-1]): found["msg"] for found in error.errors()}
    if set(wrong) == {"on"}:
        return asked.model_validate({**given, "on": "", "at": ""}).question()
    raise BadQuestion(wrong, date.fromisoformat(given["on"]) if given.get("on") and "on" not in wrong else None)
