"""What the checks find in the tables; the same number of queries however many rows there are."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, Max

from events.models import Claim, ControlPeriod, Evidence
from events.questions import DAMASCUS
from gazetteer.models import Membership
from gazetteer.spatial import touching_pairs

from . import history
from .fault import Fault


def faults() -> list[Fault]:
    """All that the checks find, check by check, the latest first."""
    histories, heard = _histories(), _last_heard()
    now = max(heard.values(), default=datetime.min.replace(tzinfo=DAMASCUS))
    found = [
        *history.without_contact(histories, _neighbours()),
        *history.never_took(histories),
        *_outside_their_report(),
        *history.two_holders(histories, lambda moment: moment.astimezone(DAMASCUS).date()),
        *_against_members(histories),
        *history.silent(histories, heard, now, timedelta(days=settings.SILENT_AFTER_DAYS)),
    ]
    return found


def _histories() -> dict[int, list[history.Held]]:
    rows = (
        ControlPeriod.objects.live()
        .order_by("place", "start")
        .values_list("place", "start", "holder__side", "status", "event__kind", "event")
    )
    found: dict[int, list[history.Held]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(history.Held(*row))
    return found


def _last_heard() -> dict[int, datetime]:
    """When the last evidence of each place was published."""
    spoken = Evidence.objects.filter(event__removed_in=None)
    rows = spoken.values_list("event__place").annotate(
        claimed=Max("claim__report__published_at"), entered=Max("entry__known_at")
    )
    return {place: max(filter(None, moments)) for place, *moments in rows if any(moments)}


def _neighbours() -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in touching_pairs():
        found[one].add(other)
        found[other].add(one)
    return {place: frozenset(around) for place, around in found.items()}


def _against_members(histories: history.Histories) -> Iterator[Fault]:
    """Each claim on a region beside those who belonged to it on the day that it speaks of."""
    memberships = Membership.objects.by_region()
    for start, *said in _said_of_regions():
        region, day = said[1], start.astimezone(DAMASCUS).date()
        members = frozenset(one.member_id for one in memberships[region] if one.holds_on(day))
        yield from history.against_members([said], {region: members}, histories)


def _outside_their_report() -> list[Fault]:
    late = Claim.objects.that_can_move_the_map().filter(event_start__gte=F("report__published_at"))
    rows = late.values_list("place", "event_start", "actor__side", "pk")
    return [Fault("outside-report", place, at, side, claim=pk) for place, at, side, pk in rows]


def _said_of_regions() -> list[tuple[datetime, int, int, str, datetime]]:
    said = Claim.objects.that_can_move_the_map().filter(
        place__kind="region", kind__in=("capture", "transfer", "hold"), stance="asserts", is_partial=False,
        actor__isnull=False,
    )  # fmt: skip
    return list(said.values_list("event_start", "pk", "place", "actor__side", "event_end"))
