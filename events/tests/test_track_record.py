"""The record of sources, counted from statements and from what came to be known."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from events.assessment import State
from events.testimony import Testimony
from events.timeline import Span
from events.track_record import tally

DAY = datetime(2016, 11, 26, tzinfo=UTC)
BEFORE = Span(DAY - timedelta(days=90), State("opposition", "assessed"), 0, frozenset())
TAKEN = Span(DAY + timedelta(days=1), State("government", "assessed"), 1, frozenset())
DISPUTED = Span(DAY, State("opposition", "contested", "government"), 1, frozenset())


def said(origin, day=0.0, kind="capture", side="government", *, published=None, **more) -> Testimony:
    start = DAY + timedelta(days=day)
    at = start if published is None else DAY + timedelta(days=published)
    facts = dict(affiliation="independent", stance="asserts", other=None, is_partial=False)
    return Testimony(
        f"claim:{origin}{day}{kind}", origin, kind=kind, side=side, start=start, end=start + timedelta(days=1),
        published_at=at, **{**facts, **more},
    )  # fmt: skip


def records(*statements, spans=(BEFORE, DISPUTED, TAKEN)):
    return tally({1: statements}, {1: spans}, zone=UTC)


def test_who_was_first_has_a_lead_and_who_came_late_a_lag():
    found = records(said("sana", published=0), said("sohr", 1, published=1), said("afp", 1, published=4))

    assert {slug: record.lag for slug, record in found.items()} == {"sana": -1, "sohr": 0, "afp": 3}
    assert all((record.judged, record.confirmed) == (1, 1) for record in found.values())
    assert (found["sana"].contested, found["afp"].contested) == (1, 0)


def test_nobody_is_confirmed_by_own_word_alone():
    (record,) = records(said("afp", 1)).values()

    assert (record.judged, record.confirmed, record.lag) == (1, 0, None)
    assert record.alone == [(1, "claim:afp1capture")]


def test_a_statement_that_was_never_borne_out_is_not_confirmed():
    found = records(said("sana"), said("tass"), spans=(BEFORE,))
    assert (found["sana"].confirmed, found["sana"].alone) == (0, [])


def test_what_becomes_true_years_later_confirms_nothing():
    found = records(said("sana", -800), said("tass", -800))
    assert found["sana"].confirmed == 0


def test_an_admission_of_loss_agrees_with_the_capture():
    found = records(said("sana", 1), said("amc", 1, "loss", "opposition", other="government"))
    assert (found["amc"].confirmed, found["sana"].confirmed) == (1, 1)


def test_denials_parts_judgements_and_regions_are_not_judged():
    assert not records(
        said("a", stance="denies"), said("b", is_partial=True), said("c", ruling="assessed"), said("d", kind="clash"),
        said("e", is_of_region=True),
    )  # fmt: skip


def test_a_region_s_claim_backs_one_on_its_member():
    (record,) = records(said("sana", 1), said("afp", 1, is_of_region=True)).values()
    assert record.confirmed == 1


@given(
    st.lists(
        st.builds(
            said, st.sampled_from("abc"), st.integers(-20, 20).map(float), st.sampled_from(["capture", "hold", "loss"]),
            st.sampled_from(["government", "opposition"]),
        ),
        max_size=12,
    ),
    st.randoms(),
)  # fmt: skip
def test_the_order_changes_nothing_and_shares_are_shares(statements, chance):
    shuffled = list(statements)
    chance.shuffle(shuffled)
    found, again = records(*statements), records(*shuffled)

    assert {slug: sorted(record.days) for slug, record in found.items()} == {
        slug: sorted(record.days) for slug, record in again.items()
    }
    for slug, record in found.items():
        assert (again[slug].judged, again[slug].confirmed) == (record.judged, record.confirmed)
        assert record.confirmed + len(record.alone) <= record.judged
