"""What a check finds."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

# Each check: what it is called, and what an editor can do about what it finds
CHECKS = {
    "no-contact": (
        _("Taken without contact"),
        _("Its new holder held nothing that touches it. Look for a missing capture beside it, or a namesake."),
    ),
    "never-took": (
        _("Held, never taken"),
        _("Another party held it before, and nothing says how it passed on. Look for the capture or withdrawal."),
    ),
    "outside-report": (
        _("Outside its report's time"),
        _("The claim tells as done what lies after its report was published. Correct its dates, or its mode."),
    ),
    "two-holders": (
        _("Two holders on one day"),
        _("Two events of one day give the place to two parties. Look at their hours, or rule which one stands."),
    ),
    "region": (
        _("Region against its members"),
        _("What is said of the region does not fit what was known of most of its members."),
    ),
    "silent": (
        _("No evidence for long"),
        _("The last evidence is old, and the map still shows what it said. Look for later reports."),
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A possible fault: which check, about which place, on which day, and the row that shows it."""

    check: str
    place: int
    at: datetime
    side: str | None = None  # whom it is about
    other: str | None = None
    event: int | None = None
    claim: int | None = None
    number: int | None = None  # days without evidence; members that say otherwise
