"""Our scorer against another one of the same rules, count by count, on what is claimed and on what is spoilt.

The other is no part of the project: a folder with `score.py` and `dev/`, named by GOLD_REFERENCE or lying at
`../shared/eval` beside the checkout, with the `gazetteer` that it reads beside that folder.
"""

import importlib.util
import os
import random
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from events.evaluation.claimed import claimed
from events.evaluation.folder import read_folder
from events.evaluation.known import known
from events.evaluation.records import Record
from events.evaluation.scoring import score
from events.further_places import further_places
from events.management.commands.extract import line
from events.reading import build_extractor

FOLDER = Path(os.environ.get("GOLD_REFERENCE") or settings.BASE_DIR.parent / "shared" / "eval")
NAME_THERE = {"all places": "places_all", "polarity": "nonasserted"}
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(
        not (FOLDER / "score.py").exists() or not (FOLDER.parent / "gazetteer").exists(),
        reason="the other scorer is not part of the project and is not beside it",
    ),
]


@pytest.fixture(scope="module")
def reference():
    """The other scorer with its gold and its names."""
    spec = importlib.util.spec_from_file_location("reference_scorer", FOLDER / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module, module.Gold(str(FOLDER / "dev")), module.Gazetteer(str(FOLDER.parent / "gazetteer"))


@pytest.fixture(scope="module")
def gold():
    return read_folder(FOLDER / "dev")


def counts_here(gold, claims: list[dict]) -> dict:
    scores = score(gold, (claimed(Record("a claim", claim)) for claim in claims), known())
    return {
        name: {
            "negatives": (part.negatives, part.false_claims, part.negatives_claimed),
            **{NAME_THERE.get(row, row): (c.right, c.wrong, c.missed) for row, c in part.counts.items()},
        }
        for name, part in scores.parts.items()
    }


def counts_there(reference, claims: list[dict]) -> dict:
    module, their_gold, names = reference
    result, _ = module.score(their_gold, claims, names)
    return {
        name: {
            "negatives": tuple(part["negatives"][key] for key in ("sentences", "false_claims", "sentences_with_one")),
            **{row: (m["tp"], m["fp"], m["fn"]) for row, m in part["metrics"].items()},
        }
        for name, part in result["slices"].items()
    }


def extracted(gold) -> list[dict]:
    """What the extractor of now claims, as `manage.py extract` prints it."""
    for command in ("load_places", "load_sources"):
        call_command(command, verbosity=0, stdout=StringIO())
    extractor = build_extractor(*further_places(gold.further_places))
    return [
        line(f"{report.id}.txt", claim)
        for report in gold.reports.values()
        for claim in extractor.extract(report.text, published_at=report.published_at)
    ]


def annotated(reference) -> list[dict]:
    """The gold told as claims: everything that can be right is there to be spoilt."""
    module, their_gold, _ = reference
    return list(module.gold_as_claims(their_gold))


def spoilt(claims: list[dict], seed: int) -> list[dict]:
    """Some claims dropped, doubled and moved, and fields of others taken from claims elsewhere."""
    chance = random.Random(seed)
    fields = ("places", "kind", "stance", "mode", "actor", "source", "source_text", "quantity", "unit")
    found = []
    for claim in claims:
        for _ in range(chance.choice((0, 1, 1, 1, 2))):
            other = chance.choice(claims)
            copied = {name: other[name] for name in fields if chance.random() < 0.15}
            moved = {"start": max(0, claim["start"] + chance.choice((0, 0, 0, -60, -1, 1, 60)))}
            dates = {name: other[name] for name in ("event_start", "event_end")} if chance.random() < 0.3 else {}
            extra = (
                {"stance": "denies"} if chance.random() < 0.1 else {"mode": "future"} if chance.random() < 0.1 else {}
            )
            found.append({**claim, **copied, **moved, **dates, **extra})
    return found


def test_every_count_agrees_for_the_extractor_and_when_its_claims_are_spoilt(reference, gold):
    claims = extracted(gold)
    assert len(claims) > 100
    assert counts_here(gold, claims) == counts_there(reference, claims)
    for seed in range(12):
        other = spoilt(claims, seed)
        assert counts_here(gold, other) == counts_there(reference, other), f"seed {seed}"


def test_every_count_agrees_for_the_gold_itself_and_when_it_is_spoilt(reference, gold):
    claims = annotated(reference)
    whole = counts_here(gold, claims)
    assert all(wrong == missed == 0 for row, (_, wrong, missed) in whole["all"].items() if row != "negatives")
    for seed in range(12):
        other = spoilt(claims, seed)
        assert counts_here(gold, other) == counts_there(reference, other), f"seed {seed}"
    assert counts_here(gold, []) == counts_there(reference, [])
