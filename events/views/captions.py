"""What is written on a picture of the map, in the reader's language."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from events.models import Side
from events.pictures.looks import SIDES, SURE, Look
from events.pictures.sheet import Words
from events.questions import Question
from events.templatetags.looks import paler_in_words
from events.templatetags.reader import day, day_in_full, number, with_hour
from events.views.tellers import names_of_tellers, told_by

WORDS = {
    "assessed": gettext_noop("assessed"), "claimed": gettext_noop("claimed"), "contested": gettext_noop("contested"),
    "shared": gettext_noop("shared"), "unknown": gettext_noop("unknown"), "none": gettext_noop("no information"),
    "besieged": gettext_noop("besieged"),
}  # fmt: skip
STATUSES = {
    "assessed": "assessed-government",
    "claimed": "claimed-government", "contested": "contested-government-opposition",
    "shared": "shared-government-opposition", "unknown": "unknown", "none": "none", "besieged": "besieged",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Captions:
    """The words that all sheets of one question share; the reader's language decides them once."""

    question: Question
    asked: str
    citation: str

    def of(self, moment: Question, looks: Mapping[str, Look], shapes: Sequence[str], address: str) -> Words:
        """The words for the sheet of a day or an hour; `shapes` are the places drawn, which the legend counts."""
        return Words(
            title=_("Who held Aleppo, 2012–2016"),
            day=with_hour(day_in_full(moment.on), moment.at),
            asked=self.asked or _today(moment),
            legend=_legend([looks.get(slug, Look()) for slug in shapes]),
            notes=[self.citation, address, f"{_('Numbers count places drawn. Outlines are approximate.')} {_paler()}"],
            right_to_left=get_language() == "ar",
        )


def captions(question: Question, revision: int) -> Captions:
    """The captions of pictures that answer the question, at the revision that is cited."""
    asked = _asked(question)
    cited = _("Aleppo control tracker, revision %(revision)s.") % {"revision": number(revision)}
    return Captions(question, asked, f"{cited} {asked}".strip())


def _today(moment: Question) -> str:
    if moment.at is None:
        return _("The end of the day in Damascus, from all evidence known today.")
    return _("The end of the hour in Damascus, from all evidence known today.")


def _asked(question: Question) -> str:
    parts = []
    if question.known:
        parts.append(_("As known on %(day)s.") % {"day": day(question.known)})
    if question.sources:
        names = told_by(question.sources, names_of_tellers())
        parts.append(_("As told by %(names)s. What others said is left out.") % {"names": names})
    if question.revision is not None:
        parts.append(_("As recorded in revision %(number)s.") % {"number": number(question.revision)})
    return " ".join(parts)


def _legend(looks: Sequence[Look]) -> list[tuple[str, str]]:
    told = [look.name.split("-") for look in looks]
    names = Counter(status for status, *_sides in told)
    held = Counter(sides[0] for status, *sides in told if status in SURE)
    sides = [(f"assessed-{side}", _line(Side(side).label, held[side])) for side in SIDES]
    counts = {**names, "besieged": sum(look.is_besieged for look in looks)}
    return sides + [(look, _line(_(WORDS[status]), counts.get(status, 0))) for status, look in STATUSES.items()]


def _line(words: str, count: int) -> str:
    return f"{words} {number(count)}"


def _paler() -> str:
    words = paler_in_words()
    return words and f"{words}.".capitalize()
