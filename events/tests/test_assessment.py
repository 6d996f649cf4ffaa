"""The rule's table and its other lines, as they are published."""

from datetime import UTC, datetime, timedelta

import pytest

from events.assessment import TABLE, State, assess, weigh
from events.testimony import INDEPENDENT, UNKNOWN, Testimony

WINDOW = timedelta(hours=48)
DAY = datetime(2016, 12, 6, tzinfo=UTC)
VOICES = {"strong": ("reuters", INDEPENDENT), "partisan": ("sana", "government"), "none": None}
DENIERS = {"strong": ("afp", INDEPENDENT), "partisan": ("rebels", "opposition"), "none": None}


def said(origin, affiliation, kind="capture", side="government", *, days=0.0, hours=24.0, **more) -> Testimony:
    start = DAY + timedelta(days=days)
    end = start + timedelta(hours=hours)
    defaults = dict(stance="asserts", other=None, is_partial=False, published_at=end)
    key = f"claim:{abs(hash((origin, kind, side, days, str(more)))) % 10**6}"
    return Testimony(key, origin, affiliation, kind, side=side, start=start, end=end, **{**defaults, **more})


def last(*testimonies) -> State:
    return assess(testimonies, window=WINDOW)[-1].state


HELD_BY_OPPOSITION = said("sohr-before", INDEPENDENT, "hold", "opposition", days=-20)


@pytest.mark.parametrize("support", VOICES)
@pytest.mark.parametrize("denial", DENIERS)
def test_each_cell_of_the_table(support, denial):
    testimonies = [HELD_BY_OPPOSITION]
    if VOICES[support]:
        testimonies.append(said(*VOICES[support]))
    if DENIERS[denial]:
        testimonies.append(said(*DENIERS[denial], stance="denies"))
    expected = TABLE[support, denial]
    state = last(*testimonies)
    if expected is None:
        assert state == State("opposition", "assessed")
    elif expected == "contested":
        assert state == State("opposition", "contested", "government")
    else:
        assert state == State("government", expected)


def test_the_case_of_shaar():
    sana = said("sana", "government")
    army = said("syrian-army", "government", days=-0.25, hours=6)
    activists = said("activists", "opposition")
    official = said("opposition-official", "opposition", stance="denies")
    findings = assess([HELD_BY_OPPOSITION, sana, army, activists, official], window=WINDOW)
    assert findings[-1].state == State("government", "assessed")
    assert findings[-1].line == "strong-partisan"
    assert findings[-1].denials == (official.key,)
    assert set(findings[-1].supports) == {sana.key, army.key, activists.key}


CASES = [
    ("an admission against interest is strong", [said("rebels", "opposition")], State("government", "assessed")),
    ("a party's own outlet only claims", [said("sana", "government")], State("government", "claimed")),
    ("nobody knows whom it speaks for: not strong", [said("blog", UNKNOWN)], State("government", "claimed")),
    (
        "80 % of it, said on the same day, denies the whole",
        [said("sana", "government"), said("sohr", "opposition", is_partial=True)],
        State("opposition", "contested", "government"),
    ),
    (
        "… until the monitor admits the whole the day after",
        [said("sana", "government"), said("sohr", "opposition", is_partial=True), said("sohr", "opposition", days=1)],
        State("government", "assessed"),
    ),
    (
        "clashes that ended before the capture do not deny it",
        [said("afp", INDEPENDENT, "clash", days=-1), said("sana", "government")],
        State("government", "claimed"),
    ),
    (
        "two rival captures, both strong",
        [said("afp", INDEPENDENT), said("reuters", INDEPENDENT, side="kurdish")],
        State("kurdish", "contested", "government"),
    ),
    (
        "a third party's own claim is a partisan denial",
        [said("sohr", "opposition", side="kurdish"), said("sana", "government")],
        State("kurdish", "assessed"),
    ),
    (
        "an advance by a party that is not the holder contests",
        [said("sana", "government", "hold", days=-9), said("sohr", "opposition", "advance", "opposition")],
        State("government", "contested", "opposition"),
    ),
    (
        "a withdrawal that names no successor leaves it unknown",
        [said("afp", INDEPENDENT, "hold", "opposition", days=-9), said("afp", INDEPENDENT, "withdrawal", "opposition")],
        State(None, "unknown"),
    ),
    (
        "a withdrawal in favour of somebody passes it on",
        [
            said("afp", INDEPENDENT, "hold", "opposition", days=-9),
            said("rebels", "opposition", "withdrawal", "opposition", other="government"),
        ],
        State("government", "assessed"),
    ),
    (
        "nobody contests what they are said to have taken: who fought for it before is not its challenger then",
        [
            said("blog", UNKNOWN, "advance", "government", days=-0.5),
            said("sana", "government"),
            said("blog", UNKNOWN, stance="denies", hours=1),
        ],
        State("government", "contested"),
    ),
    (
        "whoever names the party that took over and then says that it left as well tells of no change",
        [
            said("afp", INDEPENDENT, "withdrawal", "opposition", days=-9),
            said("afp", INDEPENDENT, "withdrawal", "opposition", other="government"),
            said("afp", INDEPENDENT, "withdrawal", "government", published_at=DAY + timedelta(days=3)),
        ],
        State(None, "unknown"),
    ),
    (
        "a loss whose taker another names",
        [said("rebels", "opposition", "loss", "opposition"), said("sana", "government")],
        State("government", "assessed"),
    ),
    (
        "a hold confirms",
        [said("sana", "government", days=-9), said("afp", INDEPENDENT, "hold")],
        State("government", "assessed"),
    ),
    (
        "a siege is a flag beside the status",
        [said("afp", INDEPENDENT, "hold", "opposition", days=-9), said("sana", "government", "siege")],
        State("opposition", "assessed", None, True),
    ),
    (
        "nobody besieges what they hold",
        [said("afp", INDEPENDENT, days=-9), said("sana", "government", "siege")],
        State("government", "assessed"),
    ),
    (
        "a recapture days later is a change of its own",
        [said("afp", INDEPENDENT), said("ap", INDEPENDENT, side="opposition", days=1)],
        State("opposition", "assessed"),
    ),
    (
        "an editor's own judgement stands",
        [
            said("sana", "government"),
            said("editor", UNKNOWN, "hold", "opposition", ruling="shared", other="government"),
        ],
        State("opposition", "shared", "government"),
    ),
]


@pytest.mark.parametrize(("what", "testimonies", "expected"), CASES, ids=[case[0] for case in CASES])
def test_other_lines(what, testimonies, expected):
    assert last(*testimonies) == expected
    assert last(*reversed(testimonies)) == expected, "the order of arrival must not matter"


def test_each_origin_counts_once_with_its_latest_word():
    papers = [said("sana", "government", days=n / 10, hours=20) for n in range(5)]
    assert weigh("government", papers).supports == (papers[-1].key,)


def test_who_denies_it_and_tells_of_fighting_is_listed_with_the_denial():
    denial = said("official", "opposition", stance="denies")
    fighting = said("official", "opposition", "clash")
    assert weigh("government", [denial, fighting]).denials == (denial.key,)
    assert weigh("government", [fighting, denial]).denials == (denial.key,)


def test_a_denial_alone_changes_nothing_and_stays_listed():
    findings = assess([HELD_BY_OPPOSITION, said("afp", INDEPENDENT, stance="denies")], window=WINDOW)
    assert findings[-1].state == State("opposition", "assessed")
    assert (findings[-1].line, len(findings[-1].denials)) == ("denied", 1)


def test_a_siege_of_the_same_moment_is_a_flag_beside_what_else_is_found():
    taken = said("sohr", INDEPENDENT, "capture", "opposition")
    ringed = said("reuters", INDEPENDENT, "siege", "government")
    found = assess([taken, ringed], window=WINDOW)[-1]
    assert found.state == State("opposition", "assessed", None, True)
    assert (found.line, found.supports) == ("strong-none", (taken.key, ringed.key))


def test_nobody_is_besieged_by_whoever_takes_the_place_at_that_moment():
    taken = said("sohr", INDEPENDENT, "capture", "government")
    ringed = said("reuters", INDEPENDENT, "siege", "government")
    assert last(taken, ringed) == State("government", "assessed")


def test_a_withdrawal_that_is_denied_at_the_same_moment_is_weighed_by_the_table():
    left = said("sana", "government", "withdrawal", "opposition", other="government")
    denied = said("rebels", "opposition", "withdrawal", "opposition", other="government", stance="denies")
    found = assess([HELD_BY_OPPOSITION, left, denied], window=WINDOW)[-1]
    assert found.state == State("opposition", "contested", "government")
    assert (found.line, found.denials) == ("partisan-partisan", (denied.key,))


def test_a_denial_is_listed_beside_fighting_of_the_same_moment():
    clash = said("reuters", INDEPENDENT, "clash", "government")
    denied = said("rebels", "opposition", "hold", "opposition", stance="denies")
    found = assess([HELD_BY_OPPOSITION, clash, denied], window=WINDOW)[-1]
    assert (found.line, found.denials) == ("fighting", (denied.key,))


def test_an_interval_too_long_counts_from_its_end():
    findings = assess([said("afp", INDEPENDENT, hours=24 * 14)], window=WINDOW)
    assert findings[0].at == DAY + timedelta(days=14)


@pytest.mark.parametrize("stance", ["denies", "retracts"])
@pytest.mark.parametrize("kind", ["siege", "clash", "advance", "hold", "withdrawal"])
def test_what_its_own_origin_takes_back_is_not_said(kind, stance):
    first = said("sana", "government", kind, "opposition" if kind in ("hold", "withdrawal") else "government")
    later = first._replace(key="claim:later", stance=stance, published_at=first.published_at + timedelta(days=1))
    before, *_, found = assess([HELD_BY_OPPOSITION, first, later], window=WINDOW)
    assert found.state == before.state
    assert (found.supports, found.denials) == ((), (later.key,))


@pytest.mark.parametrize("kind", ["siege", "clash", "advance"])
def test_what_another_origin_denies_is_said_all_the_same_and_the_denial_listed(kind):
    first = said("sana", "government", kind)
    denial = said("rebels", "opposition", kind, stance="denies", published_at=first.published_at + timedelta(days=1))
    before, *_, found = assess([HELD_BY_OPPOSITION, first, denial], window=WINDOW)
    assert found.state != before.state
    assert (found.supports, found.denials) == ((first.key,), (denial.key,))
