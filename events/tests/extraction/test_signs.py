"""A sentence that the signs pass over tells nothing: no rule would have found a claim in it."""

import random

import pytest

from events.extraction.finders import Finders
from events.extraction.memory import Recollection
from events.extraction.prose import Prose
from events.extraction.reading import Reading
from events.extraction.remembering import STEPS
from events.extraction.rules import may_tell
from events.extraction.sentences import of_prose
from events.extraction.signs import tells

from .test_readings import ROWS

NOBODY = Finders([], [], [], {})


@pytest.mark.parametrize("row", ROWS, ids=[row["text"] for row in ROWS])
def test_what_tells_something_has_its_signs(row):
    assert not _passed_over(row["text"])


@pytest.mark.parametrize("seed", range(30))
def test_so_it_is_in_mixtures_of_words(seed):
    chance = random.Random(seed)
    words = [word for row in ROWS for word in row["text"].split()]
    assert not _passed_over(" ".join(chance.choices([*words, "\u064e", ".", "\n"], k=600)))


def _passed_over(text):
    """The sentences that tell something, but have no sign of it."""
    prose, memory = Prose(text), Recollection(STEPS).before(0)
    silent = [span for span in of_prose(prose) if not tells(prose.signs(*span))]
    return [span for span in silent if may_tell(Reading(prose.sentence(*span), None, None, memory, NOBODY))]
