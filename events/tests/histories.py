"""Random histories of one place, for tests of properties."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from events.testimony import Testimony

WINDOW = timedelta(hours=48)
DAY = timedelta(days=1)
BEGIN = datetime(2016, 11, 20, tzinfo=UTC)
AFFILIATIONS = {
    "sana": "government", "amc": "opposition", "rudaw": "kurdish", "sohr": "independent", "reuters": "independent",
    "blog": "unknown",
}  # fmt: skip
SIDES = ("government", "opposition", "kurdish")
KINDS = ("capture", "transfer", "loss", "withdrawal", "advance", "clash", "hold", "siege")
MOMENTS = st.integers(0, 40).map(lambda quarter: BEGIN + quarter * DAY / 4)


@st.composite
def testimonies(draw) -> Testimony:
    """A statement, or now and then an editor's ruling, with everything but its key."""
    origin, start = draw(st.sampled_from(sorted(AFFILIATIONS))), draw(MOMENTS)
    side, other = draw(st.sampled_from((*SIDES, None))), draw(st.sampled_from((*SIDES, None, None)))
    said = Testimony(
        "", origin, AFFILIATIONS[origin], draw(st.sampled_from(KINDS)),
        draw(st.sampled_from(("asserts", "asserts", "asserts", "denies", "retracts"))),
        side, other if other != side else None, draw(st.sampled_from((False, False, True))),
        start, start + draw(st.sampled_from((DAY / 4, DAY, 5 * DAY))),
        start + draw(st.integers(0, 12)) * DAY / 4,
    )  # fmt: skip
    return _ruling(draw, said) if draw(st.integers(0, 9)) == 0 else said


def _ruling(draw, said: Testimony) -> Testimony:
    """What an editor judged: that a side holds it, or that nobody can tell."""
    ruling = draw(st.sampled_from(("assessed", "claimed", "contested", "shared"))) if said.side else "unknown"
    return said._replace(
        kind="hold", stance="asserts", is_partial=False, affiliation="unknown", ruling=ruling,
        is_besieged=draw(st.booleans()),
    )  # fmt: skip


@st.composite
def arranged(draw) -> Testimony:
    """The same, now and then set apart or put to a change by an editor."""
    said = draw(testimonies())
    act = draw(st.sampled_from(("", "", "", "apart", "tied")))
    return said if said.ruling else said._replace(is_apart=act == "apart", change="one" if act == "tied" else "")


HISTORIES = st.lists(testimonies(), max_size=12)
ARRANGED = st.lists(arranged(), max_size=12)


def numbered(said: list[Testimony], order: list[int]) -> list[Testimony]:
    """Each with the key that it gets when they arrive in this order; an editor's ruling is its own origin."""
    places = {position: number for number, position in enumerate(order, 1)}
    found = []
    for position, one in enumerate(said):
        key = f"{'entry' if one.ruling else 'claim'}:{places[position]}"
        found.append(one._replace(key=key, origin=key if one.ruling else one.origin))
    return found
