"""What waits for an editor: how much of what, and where it is dealt with."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from events.checks import CHECKS, faults
from events.models import Claim, Report
from events.remembered import remembered
from gazetteer.queries import states


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits: its name, how many there are, what to do with it, and where."""

    name: str
    count: int
    what_to_do: str
    url: str
    parts: tuple[tuple[str, int, str], ...] = ()  # name, number and address of each kind of it


def what_waits(user: AbstractBaseUser) -> list[Waiting]:
    """What there is to do for this editor, of what the editor may see; a fixed number of queries."""
    return [one for one in _all(user) if one.count]


def _all(user: AbstractBaseUser) -> Iterator[Waiting]:
    if user.has_perm("events.view_claim"):
        yield from _claims()
    if user.has_perm("events.view_report"):
        yield from _reports()
    if user.has_perm("events.view_controlperiod"):
        yield _checks()


def _claims() -> Iterator[Waiting]:
    undecided = Q(place=None) & ~Q(candidates=[])
    found = Claim.objects.pending().aggregate(all=Count("pk"), undecided=Count("pk", filter=undecided))
    queue = reverse("admin:events_claim_changelist")
    yield Waiting(_("Claims to review"), found["all"], _("Does the source say this? Accept or reject each."), queue)
    yield Waiting(
        _("Names that mean several places"), found["undecided"],
        _("Among these claims: choose the place, then decide."), f"{queue}?named=undecided",
    )  # fmt: skip


def _reports() -> Iterator[Waiting]:
    still = [Report.State.WAITING, Report.State.READING]
    found = Report.objects.aggregate(
        failed=Count("pk", filter=Q(state=Report.State.FAILED)), still=Count("pk", filter=Q(state__in=still))
    )
    reports = reverse("admin:events_report_changelist")
    yield Waiting(
        _("Reports that could not be read"), found["failed"],
        _("See why, and send back those that may be read after all."), f"{reports}?state__exact=failed",
    )  # fmt: skip
    yield Waiting(
        _("Reports not read yet"), found["still"],
        _("Nothing to do: the worker reads them. If the number stays, it may have stopped."), reports,
    )  # fmt: skip


def _checks() -> Waiting:
    page = reverse("admin:events_checks")
    found = _number_of_faults()
    parts = tuple((str(name), found[one], f"{page}?check={one}") for one, (name, _what) in CHECKS.items() if found[one])
    told = _("Gaps and contradictions in the record; many are mended by entering what is missing.")
    return Waiting(_("Findings of the checks"), sum(found.values()), told, page, parts)


def _number_of_faults() -> Counter:
    """By check; worked out once a revision, since all that the checks compare is read for it."""
    return remembered(("faults", states("shapes")), lambda: Counter(fault.check for fault in faults()))
