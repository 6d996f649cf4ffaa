"""Perspectives: named, folded from their own origins, and compared day by day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.assessment import State, assess
from events.perspectives import Perspective, UnknownSource, compare, parse, seen_from
from events.testimony import Testimony
from events.timeline import Span, fold

WINDOW = timedelta(hours=48)
DAMASCUS = ZoneInfo("Asia/Damascus")
SLUGS = {"sana", "sohr", "amc"}
FIRST, UNTIL = date(2016, 11, 20), date(2016, 12, 1)
GOVERNMENT, OPPOSITION = State("government", "claimed"), State("opposition", "claimed")


def said(origin, affiliation, day=26, kind="capture", side="government", **more) -> Testimony:
    start = datetime(2016, 11, day, tzinfo=DAMASCUS)
    facts = dict(stance="asserts", other=None, is_partial=False, start=start, end=start + timedelta(days=1))
    return Testimony(
        f"claim:{origin}{day}", origin, affiliation, kind, side=side, published_at=start, **{**facts, **more}
    )


def span(day: int, state: State, hour: int = 0) -> Span:
    return Span(datetime(2016, 11, day, hour, tzinfo=DAMASCUS), state, 0, frozenset())


def differing(a, b, **how):
    found = compare({"x": a}, {"x": b}, FIRST, UNTIL, zone=DAMASCUS, **how)
    return [(one.start.day, one.until.day, one.a.holder, one.b.holder) for one in found]


NAMES = [
    ("sana", Perspective("sana", frozenset({"sana"}))),
    (" sohr, amc,sohr ", Perspective("amc,sohr", frozenset({"sohr", "amc"}))),
    ("opposition", Perspective("opposition", sides=frozenset({"opposition"}))),
    ("independent,sana", Perspective("independent,sana", frozenset({"sana"}), frozenset({"independent"}))),
    ("pro-government", Perspective("pro-government", sides=frozenset({"government"}))),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[name for name, _ in NAMES])
def test_a_perspective_is_named(text, expected):
    assert parse(text, SLUGS) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "at least one"),
        (" , ", "at least one"),
        ("sana,sanna", "“sanna”"),
        (",".join(f"s{n}" for n in range(51)), "50"),
    ],
)
def test_what_names_no_source_is_named_in_the_error(text, message):
    with pytest.raises(UnknownSource, match=message):
        parse(text, SLUGS)


def test_a_perspective_lets_in_its_own_origins_and_no_judgement_of_an_editor():
    everything = [
        said("sana", "government"),
        said("sohr", "opposition"),
        said("entry:1", "unknown", ruling="assessed"),
    ]
    assert [one.origin for one in seen_from(parse("sohr", SLUGS), everything)] == ["sohr"]
    assert [one.origin for one in seen_from(parse("pro-government", SLUGS), everything)] == ["sana"]


def test_a_set_has_whoever_spoke_for_its_side_when_it_published():
    before, after = said("amc", "opposition", 24), said("amc", "government", 28)
    assert seen_from(parse("opposition", SLUGS), [before, after]) == [before]
    assert seen_from(parse("amc", SLUGS), [before, after]) == [before, after]


def test_hanano_on_26_november_according_to_sana_and_to_sohr():
    sana = [said("sana", "government", 26)]
    sohr = [
        said("sohr", "opposition", 20, "hold", "opposition"),
        said("sohr", "opposition", 26, is_partial=True),
        said("sohr", "opposition", 27),
    ]
    ours, theirs = (fold(assess(rows, window=WINDOW)) for rows in (sana, sohr))

    assert differing(ours, theirs) == [(26, 27, "government", "opposition")]


def test_days_are_half_open_and_show_what_held_at_their_end():
    ours = [span(22, OPPOSITION), span(24, GOVERNMENT, hour=23)]
    theirs = [span(21, OPPOSITION), span(27, GOVERNMENT)]

    assert differing(ours, theirs) == [(24, 27, "government", "opposition")]
    assert differing(theirs, ours) == [(24, 27, "opposition", "government")]


def test_silence_is_a_difference_only_when_asked_for():
    assert differing([span(22, OPPOSITION)], []) == []
    assert differing([span(22, OPPOSITION)], [], silent=True) == [(22, 1, "opposition", None)]


def test_how_sure_it_is_is_a_difference_only_when_asked_for():
    ours, theirs = [span(22, GOVERNMENT)], [span(22, State("government", "assessed"))]
    assert differing(ours, theirs) == []
    assert differing(ours, theirs, surety=True) == [(22, 1, "government", "government")]


def test_a_change_back_within_a_day_makes_no_second_row():
    ours = [span(22, GOVERNMENT), span(24, OPPOSITION, hour=3), span(24, GOVERNMENT, hour=9)]
    assert differing(ours, [span(22, OPPOSITION)]) == [(22, 1, "government", "opposition")]


states = st.sampled_from([State(), GOVERNMENT, OPPOSITION, State("government", "assessed"), State(None, "unknown")])
histories = st.dictionaries(st.integers(1, 30), states.filter(lambda state: state.status)).map(
    lambda days: [span(day, state) for day, state in sorted(days.items())]
)


@given(histories, histories, st.booleans(), st.booleans())
def test_each_day_is_in_a_row_when_the_accounts_differ_on_it(a, b, silent, surety):
    found = compare({1: a}, {1: b}, FIRST, UNTIL, zone=DAMASCUS, silent=silent, surety=surety)
    listed = [day for one in found for day in range(one.start.toordinal(), one.until.toordinal())]
    assert len(listed) == len(set(listed))
    for day in range(FIRST.toordinal(), UNTIL.toordinal()):
        ours, theirs = (state_on(history, date.fromordinal(day)) for history in (a, b))
        told = [(one.holder, one.status if surety or one.status == "unknown" else None) for one in (ours, theirs)]
        differ = told[0] != told[1] and (silent or State() not in (ours, theirs))
        assert (day in listed) is differ


def state_on(history: list[Span], day: date) -> State:
    end = datetime(day.year, day.month, day.day, tzinfo=DAMASCUS) + timedelta(days=1)
    return next((one.state for one in reversed(history) if one.start.astimezone(UTC) < end), State())
