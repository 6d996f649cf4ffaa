"""Parameters that several endpoints take."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator


def _of_our_time(day: date) -> date:
    if not 1900 <= day.year <= 2100:
        raise ValueError("the year must lie between 1900 and 2100")
    return day


Day = Annotated[date, AfterValidator(_of_our_time)]
