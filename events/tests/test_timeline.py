"""The fold of findings into spans."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from events.assessment import Finding, State, assess
from events.testimony import Testimony
from events.timeline import fold, state_before

DAY = datetime(2016, 12, 1, tzinfo=UTC)


def finding(day: int, state: State, *keys: str) -> Finding:
    at = DAY + timedelta(days=day)
    return Finding(at, at + timedelta(days=1), state, "held", keys, ())


def test_findings_that_change_nothing_join_their_span():
    ours, theirs = State("government", "assessed"), State("opposition", "assessed")
    spans = fold([finding(0, ours, "a"), finding(2, ours, "b"), finding(5, theirs, "c")])

    assert [span.start.day for span in spans] == [1, 6]
    assert [span.evidence for span in spans] == [{"a", "b"}, {"c"}]


def test_before_the_first_span_nothing_is_known():
    spans = fold([finding(3, State("government", "assessed"))])

    assert state_before(spans, DAY + timedelta(days=3)) is None
    assert state_before(spans, DAY + timedelta(days=3, seconds=1)) == spans[0]


@st.composite
def testimonies(draw):
    number = draw(st.integers(1, 14))
    sides = st.sampled_from(["government", "opposition", "kurdish", None])
    made = []
    for key in range(number):
        start = DAY + timedelta(hours=draw(st.integers(0, 400)))
        end = start + timedelta(hours=draw(st.integers(1, 100)))
        made.append(
            Testimony(
                key=f"claim:{key}",
                origin=draw(st.sampled_from("abcde")),
                affiliation=draw(st.sampled_from(["government", "opposition", "independent", "unknown"])),
                kind=draw(st.sampled_from(["capture", "hold", "clash", "advance", "withdrawal", "loss", "siege"])),
                stance=draw(st.sampled_from(["asserts", "asserts", "denies"])),
                side=draw(sides),
                other=draw(sides),
                is_partial=draw(st.booleans()),
                start=start,
                end=end,
                published_at=end,
            )
        )
    return made


@given(testimonies(), st.randoms())
def test_the_order_of_arrival_changes_nothing_and_spans_follow_each_other(said, chance):
    spans = fold(assess(said, window=timedelta(hours=48)))
    shuffled = list(said)
    chance.shuffle(shuffled)

    assert fold(assess(shuffled, window=timedelta(hours=48))) == spans
    assert [span.start for span in spans] == sorted({span.start for span in spans})
    assert all(before.state != after.state for before, after in pairwise(spans))
    assert all(span.state.holder or span.state.status in ("contested", "unknown") for span in spans)
