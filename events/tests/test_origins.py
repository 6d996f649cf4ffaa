"""Origins: one text counts once, whoever prints it and in whatever order it arrives."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.assessment import State, assess, weigh
from events.likeness import sketch
from events.origins import Printed, counted_once
from events.testimony import Testimony

WINDOW = timedelta(hours=48)
DAY = datetime(2016, 12, 6, tzinfo=UTC)
AGENCY = "Government troops took the whole of Shaar before noon on Tuesday after the last fighters had left it by night"
EDITED = "Government troops took the whole of Shaar before noon on Tuesday after the last fighters left it overnight"
OTHER = "Residents say that the army has been in every street of Shaar since the morning and is searching the houses"
SHORT = "The army took Shaar."


def printed(publisher, passage, *, affiliation="independent", quoted=None, hours=0, report="", **more) -> Printed:
    at = DAY + timedelta(hours=hours)
    facts = dict(kind="capture", stance="asserts", side="government", other=None, is_partial=False)
    key = f"claim:{publisher}-{hours}-{len(passage)}-{more.get('kind', '')}{more.get('stance', '')}"
    said = Testimony(
        key, quoted or publisher, affiliation, **{**facts, **more}, start=DAY, end=DAY + WINDOW / 2, published_at=at
    )
    return Printed(said, publisher, quoted is not None, passage, sketch(report))


def origins(*rows) -> list[str]:
    return sorted(said.origin for said in counted_once(rows, window=WINDOW))


def test_one_agency_text_in_five_papers_counts_one():
    papers = [printed(f"paper-{n}", AGENCY if n % 2 else EDITED, hours=n) for n in range(1, 6)]
    (counted,) = counted_once(papers, window=WINDOW)

    assert counted.origin == "paper-1"
    assert counted.copies == tuple(row.said.key for row in papers[1:])
    assert weigh("government", [counted]).supports == (papers[0].said.key,)


def test_five_papers_that_quote_one_source_in_their_own_words_are_one_origin():
    texts = [AGENCY, OTHER, SHORT, "Shaar is taken, says SANA.", "SANA: Shaar is in the hands of the army."]
    papers = [printed(f"paper-{n}", text, quoted="sana", hours=n) for n, text in enumerate(texts)]
    counted = counted_once(papers, window=WINDOW)

    assert {said.origin for said in counted} == {"sana"}
    assert len(weigh("government", counted).supports) == 1


CASES = [
    ("other words are another origin", [printed("a", AGENCY), printed("b", OTHER)], ["a", "b"]),
    ("a short formula is no copy", [printed("a", SHORT), printed("b", SHORT)], ["a", "b"]),
    (
        "… unless the whole reports are one text",
        [printed("a", SHORT, report=AGENCY + SHORT + OTHER), printed("b", SHORT, report=AGENCY + SHORT + OTHER)],
        ["a"],
    ),
    ("who names the source, names the origin", [printed("a", AGENCY), printed("b", AGENCY, quoted="afp")], ["afp"]),
    (
        "two sources that are quoted stay two",
        [printed("a", AGENCY, quoted="sohr"), printed("b", AGENCY, quoted="sana"), printed("c", AGENCY, hours=1)],
        ["sana", "sohr"],
    ),
    ("a denial is no copy of the claim", [printed("a", AGENCY), printed("b", AGENCY, stance="denies")], ["a", "b"]),
    ("another kind is another statement", [printed("a", AGENCY), printed("b", AGENCY, kind="hold")], ["a", "b"]),
]


@pytest.mark.parametrize(("what", "rows", "expected"), CASES, ids=[case[0] for case in CASES])
def test_what_is_one_origin(what, rows, expected):
    assert origins(*rows) == expected
    assert origins(*reversed(rows)) == expected


def test_a_text_about_another_time_is_no_copy():
    early = printed("a", AGENCY)
    late = printed("b", AGENCY)
    said = Testimony(**{name: getattr(late.said, name) for name in Testimony._fields} | {"key": "claim:late"})
    later = Testimony(
        **{name: getattr(said, name) for name in Testimony._fields}
        | {"start": DAY + 3 * WINDOW, "end": DAY + 3 * WINDOW + WINDOW / 2}
    )
    assert origins(early, Printed(later, "b", False, AGENCY)) == ["a", "b"]


def test_a_reprint_is_no_new_word():
    """The paper's copy comes after its origin has taken the statement back, and does not say it again."""
    claim = printed("sana", AGENCY, affiliation="government")
    retraction = printed("sana", OTHER, affiliation="government", stance="retracts", hours=12)
    reprint = printed("paper", AGENCY, affiliation="independent", hours=20)
    weighed = weigh("government", counted_once([claim, retraction, reprint], window=WINDOW))

    assert weighed.supports == ()


def test_a_copy_in_an_independent_paper_does_not_make_a_party_s_word_strong():
    own = printed("sana", AGENCY, affiliation="government")
    paper = printed("paper", AGENCY, affiliation="independent", hours=5)
    said = counted_once([own, paper], window=WINDOW)

    assert assess(said, window=WINDOW)[-1].state == State("government", "claimed")


def test_a_party_s_own_outlet_claims_and_the_rival_s_admission_assesses():
    own = printed("sana", AGENCY, affiliation="government")
    rival = printed("amc", OTHER, affiliation="opposition", hours=5)

    assert assess(counted_once([own], window=WINDOW), window=WINDOW)[-1].state == State("government", "claimed")
    assert assess(counted_once([own, rival], window=WINDOW), window=WINDOW)[-1].state == State("government", "assessed")


@st.composite
def papers(draw):
    rows = []
    for number in range(draw(st.integers(1, 12))):
        text = draw(st.sampled_from([AGENCY, EDITED, OTHER, SHORT]))
        at = DAY + timedelta(hours=draw(st.integers(0, 200)))
        said = Testimony(
            f"claim:{number}", draw(st.sampled_from(["sana", "sohr"])), draw(st.sampled_from(["government", "isil"])),
            "capture", draw(st.sampled_from(["asserts", "denies"])), "government", None, False,
            at, at + timedelta(hours=24), at + timedelta(hours=draw(st.integers(0, 50))),
        )  # fmt: skip
        rows.append(Printed(said, draw(st.sampled_from("abcd")), draw(st.booleans()), text))
    return rows


@given(papers(), st.randoms())
def test_the_order_of_arrival_changes_nothing_and_nothing_is_lost(rows, chance):
    counted = counted_once(rows, window=WINDOW)
    shuffled = list(rows)
    chance.shuffle(shuffled)

    assert counted_once(shuffled, window=WINDOW) == counted
    listed = [key for said in counted for key in (said.key, *said.copies)]
    assert sorted(listed) == sorted(row.said.key for row in rows)
