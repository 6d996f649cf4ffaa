"""The years that the record speaks of: what lies outside is a slip of the pen, and no page could ask for it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

DAMASCUS = ZoneInfo("Asia/Damascus")
FIRST, AFTER = datetime(1900, 1, 1, tzinfo=DAMASCUS), datetime(2101, 1, 1, tzinfo=DAMASCUS)


def is_of_our_time(moment: datetime | None) -> bool:
    """Whether the moment lies in these years, in Damascus where it has no zone; none at all does."""
    if moment and moment.tzinfo is None:
        moment = moment.replace(tzinfo=DAMASCUS)
    return moment is None or FIRST <= moment < AFTER


def of_our_time(moment: datetime) -> None:
    """Refuse a moment of any other year: for fields of forms and models."""
    if not is_of_our_time(moment):
        raise ValidationError(_("The year must lie between 1900 and 2100."))


def all_of_our_time(*fields: str) -> Q:
    """That each of these columns is empty or of our time, for constraints."""
    wanted = Q()
    for field in fields:
        wanted &= Q(**{field: None}) | Q(**{f"{field}__gte": FIRST, f"{field}__lt": AFTER})
    return wanted
