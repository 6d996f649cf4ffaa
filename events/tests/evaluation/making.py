"""Gold lines and claims for tests: what a test does not name is plain."""

import json
from pathlib import Path

from events.evaluation.claimed import Claimed, claimed
from events.evaluation.folder import GoldFolder, read_folder
from events.evaluation.known import Known
from events.evaluation.records import Record

KNOWN = Known(
    places=frozenset({"shaar", "marjeh", "midan", "kallaseh", "aleppo-city", "east-aleppo"}),
    sides={"saa": "government", "hezbollah": "government", "fsa": "opposition", "ypg": "kurdish", "turkey": "none"},
    source_names={"sana": ("سانا", "SANA"), "fastaqim": ("تجمع فاستقم", "Fastaqim", "زكريا ملاحفجي")},
)
LINE = {
    "report": "r", "lang": "en", "tier": "verbatim", "report_date": "2016-12-07", "place_mentions": [], "places": [],
    "places_inferred": [], "claim_type": "none", "actor": None, "counterparty": None, "attributed_to": None,
    "source_norm": None, "polarity": "asserted", "event_date": None, "date_precision": None, "count": None,
    "count_unit": None, "background": False,
}  # fmt: skip
CLAIM = {
    "report": "r.txt", "end": 0, "quote": "", "places": [], "kind": "capture", "stance": "asserts", "mode": "actual",
    "actor": None, "source": None, "source_text": None, "event_start": None, "event_end": None, "quantity": None,
    "unit": None, "rule": "test",
}  # fmt: skip
LENGTH = 10  # of every sentence


def gold_lines(*sentences: list[dict]) -> list[dict]:
    """The lines of a report of equal sentences, each given by its claims."""
    return [
        LINE | {"sid": number, "start": at, "end": at + LENGTH, "sentence": "x" * LENGTH} | claim
        for number, claims in enumerate(sentences, start=1)
        for at in [(number - 1) * (LENGTH + 1)]
        for claim in claims or [{}]
    ]


def wants(claim_type: str, *places: str, **more) -> dict:
    """An annotated claim."""
    mentions = [{"text": "x", "start": 0, "slug": place, "role": "target"} for place in places]
    return {"claim_type": claim_type, "places": list(places), "place_mentions": mentions} | more


def tells(sentence: int, kind: str, *places: str, **more) -> Claimed:
    """A claim that stands in a sentence."""
    start = (sentence - 1) * (LENGTH + 1)
    return claimed(Record("claims, line 1", CLAIM | {"start": start, "kind": kind, "places": list(places)} | more))


def write_lines(path: Path, lines: list[dict]) -> Path:
    path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), encoding="utf-8")
    return path


def folder_of(path: Path, *sentences: list[dict]) -> GoldFolder:
    """A folder with this gold and nothing else."""
    write_lines(path / "gold.jsonl", gold_lines(*sentences))
    return read_folder(path)
