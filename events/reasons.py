"""Why a claim was read so, in sentences of the reader's language: one for each family of rules, not for each rule."""

from django.utils.translation import gettext_lazy as _

from events.models import Claim

ROLES = {
    "trigger": _("event"),
    "negation": _("negation"),
    "place": _("place"),
    "actor": _("actor"),
    "counterparty": _("counterparty"),
    "quantity": _("quantity"),
    "source": _("source"),
    "date": _("date"),
}
FAMILIES = {
    "capture": _("Words that tell of taking stand with the name of a place: somebody took it."),
    "transfer": _("Words that tell of handing over or of an agreement stand with the name of a place."),
    "loss": _("Words that tell of a fall or a loss stand with the name of a place: whoever held it lost it."),
    "withdrawal": _("Words that tell of leaving stand with the name of a place: a party left it."),
    "advance": _("Words that tell of moving forward stand with the name of a place: a part of it, not the whole."),
    "clash": _("Words that tell of fighting stand with the name of a place: it is fought over."),
    "hold": _("Words that tell of having a place stand with its name: it is still held."),
    "siege": _("Words that tell of surrounding stand with the name of a place: it is cut off."),
    "linkup": _("Words that tell of two forces meeting stand with the name of a place."),
    "count": _("A number stands with a unit of ground or with neighbourhoods, and with words of holding or taking."),
    "displacement": _("A number of people stands with words that tell of leaving home."),
}
MODEL = "model:"  # how the rule of a claim begins that a language model read
BY_MODEL = _("A language model read it in the words marked as the event; the text was checked to have them.")
OTHER_FAMILY = _("Words that the lexicon lists stand with the name of a place.")
STANCES = {
    "denies": _("It is said that this is not so: read as a denial."),
    "retracts": _("An earlier statement is taken back: read as a retraction."),
}
MODES = {
    "future": _("It is told as something to come, not as something that happened."),
    "historical": _("It is told as something of an earlier time."),
    "hypothetical": _("It is told as something possible or wished for."),
}
PART_ONLY = _("It speaks of less than the whole place.")
SEVERAL_PLACES = _("The name means more than one place; an editor has to choose.")
UNSAID = {
    "place": _("not named here; understood from what stands before"),
    "actor": _("not named here; understood from what stands before"),
    "counterparty": _("not marked; the other party that is named nearby"),
    "quantity": _("not marked; it stands with the words of the event"),
    "source": _("not named here; understood from what stands before"),
    "date": _("no day is named; understood from the date of the report"),
}
NOBODY = _("nobody is named; whoever published the report answers for it")
UNMARKED = _("not marked: the model does not say where it read it")
NO_DATE = _("no day is named, and the report has none")


def reasons(claim: Claim) -> list[str]:
    """The sentences that say how the claim was read: the family of its rule, then what turns or narrows it."""
    said = [
        BY_MODEL if claim.rule.startswith(MODEL) else FAMILIES.get(claim.kind, OTHER_FAMILY),
        STANCES.get(claim.stance),
        MODES.get(claim.mode),
        PART_ONLY if claim.is_partial and claim.kind != "advance" else None,
        SEVERAL_PLACES if claim.candidates and claim.place is None else None,
    ]
    return [str(sentence) for sentence in said if sentence]


def role_name(role: str) -> str:
    """The word for a role; one that is not known here keeps the name that its rule gave it."""
    return str(ROLES.get(role, role))


def unsaid(role: str, read_as: object, rule: str) -> str:
    """What stands in place of the words, where a role has none."""
    if read_as is None:
        return str({"source": NOBODY, "date": NO_DATE}.get(role, ""))
    return str(UNMARKED if rule.startswith(MODEL) else UNSAID.get(role, ""))
