"""Which statements speak of one change, and when it must have happened: the pure rule."""

from datetime import datetime, timedelta

from events.assessment import Finding, State
from events.grouping import Arrangement, arranged, grouped
from events.judging import Judgement, judge
from events.testimony import INDEPENDENT, Testimony
from events.tests.test_assessment import DAY, WINDOW, said


def judged(*testimonies: Testimony, words=()) -> Judgement:
    found = judge(arranged(testimonies, words), window=WINDOW)
    assert found == judge(reversed(arranged(testimonies, words)), window=WINDOW), "the order must not matter"
    return found


def day(number: float) -> datetime:
    return DAY + timedelta(days=number)


def word(act: str, *testimonies: Testimony, **time) -> Arrangement:
    return Arrangement(1, act, frozenset(one.key for one in testimonies), **time)


def dates(group) -> list[tuple[float, tuple[str, ...]]]:
    return [((start - DAY) / timedelta(days=1), origins) for start, _, origins in group.dates]


def test_different_dates_for_one_change_are_one_event_with_the_spread_listed():
    found = judged(said("sana", "government"), said("sohr", "opposition", days=1), said("afp", INDEPENDENT, days=2))
    (group,) = found.groups

    assert (group.start, group.end) == (day(0), day(3))
    assert dates(group) == [(0, ("sana",)), (1, ("sohr",)), (2, ("afp",))]
    assert [found.findings[n].state.status for n in group.findings] == ["claimed", "assessed", "assessed"]


def test_times_that_overlap_give_what_they_have_in_common():
    week, on_the_day = said("afp", INDEPENDENT, days=-5, hours=7 * 24), said("sana", "government")
    found = judged(week, on_the_day)
    (group,) = found.groups

    assert (group.start, group.end) == (day(0), day(1))
    assert [span.start for span in found.spans] == [day(0)]
    assert found.spans[0].state.status == "assessed", "the week's report speaks of that day"
    assert dates(group) == [(-5, ("afp",)), (0, ("sana",))], "each as it was given"


def test_a_change_of_days_later_is_an_event_of_its_own():
    found = judged(said("sana", "government"), said("sohr", "opposition", days=4))

    assert [group.findings for group in found.groups] == [(0,), (1,)]


def test_a_rival_that_takes_it_in_between_ends_the_event():
    ours, theirs = State("government", "assessed"), State("opposition", "assessed")
    changes = [("to government", ours), ("to opposition", theirs), ("to government", ours)]
    findings = [
        Finding(day(n / 2), day(n / 2 + 1), state, "strong-none", (), (), change)
        for n, (change, state) in enumerate(changes)
    ]

    assert [group.findings for group in grouped(findings, {}, window=WINDOW)] == [(0,), (1,), (2,)]
    assert [group.findings for group in grouped(findings[::2], {}, window=WINDOW)] == [(0, 1)]


def test_what_still_holds_it_gives_the_change_no_time():
    (group, *_) = judged(said("sana", "government"), said("sohr", "opposition", "hold", days=1)).groups

    assert (group.start, group.end) == (day(0), day(1))


def test_an_origin_that_corrects_its_date_is_listed_with_the_last_one():
    (group,) = judged(said("sohr", "opposition"), said("sohr", "opposition", days=1)).groups

    assert dates(group) == [(1, ("sohr",))]


def test_two_reports_of_a_withdrawal_are_one_event():
    before = said("afp", INDEPENDENT, "hold", "opposition", days=-9)
    left = [said(origin, "opposition", "withdrawal", "opposition", days=n) for n, origin in enumerate(["amc", "sohr"])]
    _, group = judged(before, *left).groups

    assert (group.start, group.end) == (day(0), day(2))


def test_an_editor_merges_what_lies_far_apart():
    sana, sohr = said("sana", "government"), said("sohr", "opposition", days=6)
    apart, together = judged(sana, sohr), judged(sana, sohr, words=[word("merge", sana, sohr)])

    assert len(apart.groups) == 2
    (group,) = together.groups
    assert (group.start, group.end) == (day(0), day(7))
    assert set(together.findings[-1].supports) == {sana.key, sohr.key}, "they are weighed together"


def test_an_editor_splits_what_speaks_of_something_else():
    sana, sohr = said("sana", "government"), said("sohr", "opposition", days=1)
    found = judged(sana, sohr, words=[word("split", sana)])

    assert [group.findings for group in found.groups] == [(0,), (1,)]
    assert found.findings[1].supports == (sohr.key,)


def test_what_stands_apart_of_one_moment_leaves_one_span():
    sana, rebels = said("sana", "government"), said("amc", "opposition", "hold", "opposition")
    found = judged(sana, rebels, words=[word("split", sana)])

    assert len({span.start for span in found.spans}) == len(found.spans)


def test_an_editor_pins_the_time_of_a_change():
    sana, sohr = said("sana", "government"), said("sohr", "opposition", days=1)
    pin = word("pin", sana, sohr, start=day(0.5), end=day(0.75))
    found = judged(sana, sohr, words=[pin])
    (group,) = found.groups

    assert (group.start, group.end) == (day(0.5), day(0.75))
    assert found.spans[0].state.status == "assessed"
    assert dates(group) == [(0, ("sana",)), (1, ("sohr",))], "what was given stays listed"
