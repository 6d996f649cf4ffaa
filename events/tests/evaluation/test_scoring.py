"""What counts as right, wrong and missed, on sentences that can be worked out by hand."""

import pytest

from events.evaluation.counts import Count
from events.evaluation.scoring import score

from .making import KNOWN, folder_of, tells, wants


@pytest.fixture
def counts(tmp_path):
    """The counts of a row for one sentence's annotations and claims."""

    def count(row: str, expected: list[dict], *claims) -> tuple[int, int, int]:
        found = score(folder_of(tmp_path, expected), claims, KNOWN).parts["all"].counts[row]
        return found.right, found.wrong, found.missed

    return count


TOOK_TWO = [wants("gained", "shaar", "marjeh", actor="government")]


def test_each_place_of_a_list_counts(counts):
    assert counts("claim", TOOK_TWO, tells(1, "capture", "shaar"), tells(1, "clash", "marjeh")) == (1, 1, 1)
    assert counts("actor", TOOK_TWO, tells(1, "capture", "shaar", actor="hezbollah")) == (1, 0, 1)


def test_a_place_that_is_only_named_is_a_false_alarm(counts):
    mention = {"text": "x", "start": 0, "slug": "midan", "role": "context"}
    assert counts("places", [{"place_mentions": [mention]}], tells(1, "capture", "midan")) == (0, 1, 0)


def test_the_city_is_no_quarter(counts):
    assert counts("places", [wants("gained", "aleppo-city")], tells(1, "capture", "aleppo-city")) == (0, 0, 0)
    assert counts("all places", [wants("gained", "aleppo-city")], tells(1, "capture", "aleppo-city")) == (1, 0, 0)


def test_another_slug_may_be_as_good_and_an_unknown_place_is_tolerated(counts):
    alike = wants("gained", "shaar")
    alike["place_mentions"][0]["also"] = ["kallaseh"]
    unknown = {"text": "x", "start": 0, "slug": None, "role": "target", "also": ["midan"]}
    nowhere = wants("gained") | {"place_mentions": [unknown]}

    assert counts("claim", [alike], tells(1, "capture", "kallaseh")) == (1, 0, 0)
    assert counts("claim", [nowhere], tells(1, "capture", "midan")) == (1, 0, 0)
    assert counts("places", [nowhere], tells(1, "capture", "midan")) == (0, 0, 0)
    assert counts("types", [nowhere]) == (0, 0, 0)


def test_background_and_inferred_places_cost_nothing_when_missed(counts):
    optional = [wants("holds", "shaar", background=True), wants("contested", places_inferred=["marjeh"])]
    assert counts("claim", optional) == (0, 0, 0)
    assert counts("claim", optional, tells(1, "hold", "shaar"), tells(1, "clash")) == (2, 0, 0)


def test_fighters_who_leave_may_have_withdrawn(counts):
    leave = [wants("evacuation", "shaar", actor="opposition")]
    assert counts("types", leave, tells(1, "withdrawal", "shaar")) == (1, 0, 0)
    assert counts("claim", leave, tells(1, "withdrawal", "shaar")) == (1, 0, 0)


def test_a_clash_takes_either_side_and_civilians_are_none(counts):
    clash = [wants("contested", "shaar", actor="government", counterparty="opposition")]
    assert counts("actor", clash, tells(1, "clash", "shaar", actor="fsa")) == (1, 0, 0)
    assert counts("actor", clash, tells(1, "clash", "shaar", actor="ypg")) == (0, 1, 1)
    assert counts("actor", clash, tells(1, "clash", "shaar", actor="civilians")) == (0, 0, 1)
    assert counts("actor", [wants("gained", "shaar", actor="other")], tells(1, "capture", "shaar", actor="turkey")) == (
        1, 0, 0,
    )  # fmt: skip


def test_denied_is_not_hypothetical(counts):
    denial = [wants("denial", "shaar", polarity="denied", denied_type="gained")]
    assert counts("polarity", denial, tells(1, "capture", "shaar", stance="retracts")) == (1, 0, 0)
    assert counts("polarity", denial, tells(1, "capture", "shaar", mode="future")) == (0, 1, 1)
    assert counts("polarity", denial, tells(1, "capture", "shaar")) == (0, 0, 1)
    assert counts("polarity", [wants("gained", "shaar")], tells(1, "capture", "shaar", mode="historical")) == (0, 0, 0)


def test_a_number_may_be_rounded_but_its_unit_must_agree(counts):
    half = [wants("gained", "shaar", count=66.7, count_unit="percent")]
    assert counts("count", half, tells(1, "capture", "shaar", quantity=67, unit="percent")) == (1, 0, 0)
    assert counts("count", half, tells(1, "capture", "shaar", quantity=66.7, unit="people")) == (0, 1, 1)
    assert counts("count", half, tells(1, "capture", "shaar")) == (0, 0, 1)
    assert counts("count", [wants("gained", "shaar")], tells(1, "capture", "shaar", quantity=3)) == (0, 1, 0)


def test_who_a_pronoun_is_does_not_count(counts):
    he = [wants("gained", "shaar", attributed_to="he", source_norm="SANA")]
    assert counts("source", he) == (0, 0, 0)
    assert counts("source", he, tells(1, "capture", "shaar", source="fastaqim")) == (0, 0, 0)


def test_the_likest_claim_is_paired_first(counts):
    twice = [wants("gained", "shaar", actor="government"), wants("contested", "shaar", actor="opposition")]
    claims = tells(1, "clash", "shaar", actor="fsa"), tells(1, "capture", "shaar", actor="saa")
    assert counts("claim", twice, *claims) == (2, 0, 0)
    assert counts("actor", twice, *claims) == (2, 0, 0)


def test_parts_negatives_and_notes(tmp_path):
    arabic = [wants("gained", "shaar", lang="ar", tier="adapted")]
    folder = folder_of(tmp_path, arabic, [], [])
    claims = [tells(1, "capture", "shaar"), tells(2, "hold", "atlantis"), tells(2, "clash"), tells(9, "hold", "shaar")]
    scores = score(folder, claims, KNOWN)

    assert list(scores.parts) == ["all", "ar", "en", "adapted", "verbatim", "ar/adapted", "en/verbatim"]
    english = scores.parts["en"]
    assert (english.negatives, english.false_claims, english.negatives_claimed) == (2, 2, 1)
    assert english.false_per_hundred == 100 and scores.parts["ar"].false_per_hundred is None
    assert scores.notes == {"slugs of no known place": 1, "claims outside the gold": 1}


def test_figures_of_a_count():
    count = Count(right=3, wrong=1, missed=2) + Count()
    assert (count.precision, count.recall, round(count.f1, 4)) == (0.75, 0.6, 0.6667)
    assert Count().f1 == 0
