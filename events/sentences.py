"""What the pages say in sentences rather than codes, in the reader's language."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from events.models import ControlPeriod
from events.perspectives import NAMED

LINES = {
    "strong-none": gettext_lazy("Somebody independent, or of the other side, reports it, and nobody denies it."),
    "strong-partisan": gettext_lazy(
        "Somebody independent, or of the other side, reports it; only the side that loses by it denies it."
    ),
    "strong-strong": gettext_lazy("It is reported and denied by voices that have no side in it."),
    "partisan-none": gettext_lazy("Only the side that gains by it reports it so far, and nobody denies it."),
    "partisan-partisan": gettext_lazy("Only the side that gains by it reports it, and the side that loses denies it."),
    "partisan-strong": gettext_lazy("Only the side that gains by it reports it, and it is denied by others too."),
    "no-successor": gettext_lazy("One party left; nobody has said who came after it."),
    "fighting": gettext_lazy("A party that does not hold it fights in it or has a part of it."),
    "held": gettext_lazy("It is said to be still held."),
    "held-against": gettext_lazy("Another party is said to hold it still."),
    "denied": gettext_lazy("It is denied, which alone changes nothing."),
    "siege": gettext_lazy("It is said to be under siege."),
    "editor": gettext_lazy("An editor's own judgement, where no dated report decides."),
}

SPEAKERS = {
    "gains": gettext_lazy("speaks for the side that gains by it, or leans to it"),
    "loses": gettext_lazy("speaks for the side that loses by it, or leans to it"),
    "third": gettext_lazy("speaks for another side"),
    "independent": gettext_lazy("independent"),
    "unknown": gettext_lazy("unknown whom it speaks for"),
}


SETS = {
    "pro-government": gettext_lazy("pro-government sources"),
    "opposition": gettext_lazy("opposition sources"),
    "kurdish": gettext_lazy("Kurdish sources"),
    "pro-isil": gettext_lazy("ISIL's sources"),
    "independent": gettext_lazy("independent sources"),
}
assert SETS.keys() == NAMED.keys()


def why(rule: str) -> str:
    """The sentence for the line of the rule that decided, from `rule/version/line`."""
    return str(LINES.get(rule.rsplit("/", 1)[-1], ""))


def state_of(period: ControlPeriod) -> str:
    """Who holds the place and how sure that is, as a sentence without a full stop."""
    names = {"holder": period.holder and period.holder.name, "challenger": period.challenger and period.challenger.name}
    if period.status == "contested":
        if period.holder and period.challenger:
            return _("Contested: %(holder)s and %(challenger)s") % names
        party = names["holder"] or names["challenger"]
        return _("Contested: %(party)s, no other party named") % {"party": party} if party else _("Contested")
    if period.status == "unknown":
        return _("Unknown: nobody has said who holds it")
    phrases = {
        "assessed": _("Held by %(holder)s"),
        "claimed": _("Claimed by %(holder)s, not confirmed by others"),
        "shared": _("Shared by %(holder)s and %(challenger)s"),
    }
    return phrases[period.status] % names
