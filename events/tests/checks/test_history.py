"""The checks of a history, by histories of a few places: place, day, side, status, kind."""

from datetime import UTC, datetime, timedelta

from events.checks.history import Held, against_members, never_took, silent, two_holders, without_contact


def day(number: int) -> datetime:
    return datetime(2016, 12, number, tzinfo=UTC)


def histories(*rows) -> dict[int, list[Held]]:
    found: dict[int, list[Held]] = {}
    for number, (place, at, side, status, kind) in enumerate(rows):
        found.setdefault(place, []).append(Held(place, day(at), side, status, kind, number))
    return found


EAST = ((1, 1, "opposition", "assessed", "hold"), (2, 1, "opposition", "assessed", "hold"))
BESIDE = {1: frozenset({2}), 2: frozenset({1})}


def test_a_capture_far_from_all_that_the_captor_holds_is_found():
    found = list(without_contact(histories(*EAST, (1, 5, "government", "assessed", "capture")), BESIDE))
    assert [(one.check, one.place, one.at, one.side, one.other) for one in found] == [
        ("no-contact", 1, day(5), "government", "opposition")
    ]


def test_a_capture_beside_what_the_captor_holds_or_fights_for_is_none():
    taken = (1, 5, "government", "assessed", "capture")
    for before in ((2, 4, "government", "claimed", "withdrawal"), (2, 4, "opposition", "contested", "clash")):
        assert not list(without_contact(histories(*EAST, before, taken), BESIDE))
    assert not list(without_contact(histories(*EAST, taken), {}))  # nobody knows what lies beside it


def test_a_holder_after_another_who_never_took_it_is_found():
    found = list(never_took(histories(*EAST, (1, 5, "government", "assessed", "hold"))))
    assert [(one.place, one.side, one.other) for one in found] == [(1, "government", "opposition")]


def test_a_holder_after_a_capture_a_fight_or_no_word_at_all_is_none():
    assert not list(never_took(histories(*EAST, (1, 5, "government", "assessed", "capture"))))
    fought = ((1, 4, "opposition", "contested", "clash"), (1, 5, "government", "assessed", "hold"))
    assert not list(never_took(histories(*EAST, *fought)))
    assert not list(never_took(histories((1, 5, "government", "assessed", "hold"))))


def test_two_holders_of_one_day_are_found():
    rows = histories((1, 5, "government", "assessed", "capture"), (1, 5, "opposition", "claimed", "capture"))
    assert [(one.side, one.other) for one in two_holders(rows, lambda at: at.date())] == [("opposition", "government")]
    rows = histories((1, 5, "government", "assessed", "capture"), (1, 6, "opposition", "claimed", "capture"))
    assert not list(two_holders(rows, lambda at: at.date()))


def test_a_claim_on_a_region_against_most_of_its_members_is_found():
    members = {9: frozenset({1, 2, 3})}
    known = histories(*EAST, (3, 1, "government", "assessed", "hold"))
    (found,) = against_members([(7, 9, "government", day(3))], members, known)
    assert (found.check, found.place, found.claim, found.number) == ("region", 9, 7, 2)
    assert not list(against_members([(7, 9, "opposition", day(3))], members, known))
    assert not list(against_members([(7, 9, "government", day(1) - timedelta(days=1))], members, known))


def test_a_place_without_evidence_for_long_is_found():
    found = list(silent(histories(*EAST), {1: day(1), 2: day(20)}, day(20), timedelta(days=10)))
    assert [(one.place, one.number) for one in found] == [(1, 19)]
