"""All sentences scored, in all and by language and tier."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from .claimed import Claimed
from .counts import Count
from .folder import GoldFolder
from .gold import Sentence
from .judging import ROWS, Counts, Verdict, judge
from .known import Known
from .vocabulary import LANGUAGES

ALL = "all"


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the sentences, counted."""

    sentences: int
    counts: Counts
    negatives: int  # sentences that claim nothing
    false_claims: int  # claims in these
    negatives_claimed: int  # how many of these have one

    @property
    def false_per_hundred(self) -> float | None:
        return 100 * self.false_claims / self.negatives if self.negatives else None


@dataclass(frozen=True, slots=True)
class Scores:
    """The parts by name, each sentence's verdict, and what could not be counted."""

    parts: dict[str, Part]
    verdicts: tuple[Verdict, ...]
    notes: dict[str, int]

    @property
    def telling(self) -> dict[str, Part]:
        """The parts without tiers when there is one tier only."""
        tiers = {verdict.sentence.tier for verdict in self.verdicts}
        named = {ALL, *LANGUAGES}
        return {name: part for name, part in self.parts.items() if len(tiers) > 1 or name in named}


def score(folder: GoldFolder, claims: Iterable[Claimed], known: Known) -> Scores:
    """Compare claims with gold."""
    by_sentence: dict[str, list[Claimed]] = defaultdict(list)
    notes: Counter[str] = Counter()
    for claim in claims:
        sentence = folder.gold.at(claim.report, claim.start)
        if sentence:
            by_sentence[sentence.where].append(claim)
        notes.update(_notes(claim, sentence, folder, known))
    verdicts = tuple(judge(one, by_sentence[one.where], known) for one in folder.gold.sentences)
    return Scores(_parts(verdicts), verdicts, dict(notes))


def _notes(claim: Claimed, sentence: Sentence | None, folder: GoldFolder, known: Known) -> Iterable[str]:
    if sentence is None:
        yield "claims outside the gold"
        return
    text = folder.reports[claim.report].text
    if text is not None and text[claim.start : claim.end] != claim.quote:
        yield "quotes that are not what stands there"
    yield from ("slugs of no known place" for place in claim.places if not known.has(place))


def _parts(verdicts: Iterable[Verdict]) -> dict[str, Part]:
    groups: dict[str, list[Verdict]] = {ALL: []}
    for verdict in verdicts:
        for name in _names(verdict.sentence):
            groups.setdefault(name, []).append(verdict)
    return {name: _part(groups[name]) for name in sorted(groups, key=_place_in_the_table)}


def _place_in_the_table(name: str) -> tuple:
    """All first, then languages, tiers, and tiers of a language."""
    return name != ALL, name not in LANGUAGES, "/" in name, name


def _names(sentence: Sentence) -> list[str]:
    tiers = [sentence.tier, f"{sentence.language}/{sentence.tier}"] if sentence.tier else []
    return [ALL, sentence.language, *tiers]


def _part(verdicts: list[Verdict]) -> Part:
    negatives = [verdict for verdict in verdicts if verdict.sentence.is_negative]
    return Part(
        sentences=len(verdicts),
        counts={row: sum((verdict.counts[row] for verdict in verdicts), Count()) for row in ROWS},
        negatives=len(negatives),
        false_claims=sum(len(verdict.claims) for verdict in negatives),
        negatives_claimed=sum(bool(verdict.claims) for verdict in negatives),
    )
