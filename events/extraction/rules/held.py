"""Presupposed holders: "rebel-held Mashhad", «الخاضعة لسيطرة»."""

import re
from collections.abc import Iterator

from ..draft import Draft
from ..mentions import Named
from ..phrases import Lexicon
from ..reading import Reading

PRESUPPOSED = re.compile("held|controlled")
HELD = re.compile(
    r"(?<!\w)(?P<who>rebel|opposition|insurgent|regime|government|kurdish|isis|daesh)s?[- ](?:held|controlled)\s+"
    r"(?:(?:the|eastern|western|northern|southern|neighbou?ring|district|neighbou?rhood|village|town|city|of|al)[\s-]+){0,4}$"
)
WHO = {"rebel": "opposition", "opposition": "opposition", "insurgent": "opposition", "regime": "government",
       "government": "government", "kurdish": "ypg", "isis": "isil", "daesh": "isil"}  # fmt: skip


def names_holders(lexicon: Lexicon, text: str) -> bool:
    """A sentence in which a holder may be named together with what he holds."""
    return lexicon.language == "en" and PRESUPPOSED.search(text) is not None


def held(reading: Reading) -> Iterator[Draft]:
    """Yield a hold for each place that is named together with its holder."""
    if not names_holders(reading.lexicon, reading.text):
        return
    for group in reading.groups:
        if match := HELD.search(reading.text, max(0, group.start - 60), group.start):
            slug = WHO[match["who"]]
            actor = Named((slug,), match.start("who"), match.end("who"), slug)
            for place in group.places:
                yield Draft("en.hold.presupposed", "hold", "asserts", "actual", match.span(), place, actor, score=0.5)
