"""Whatever is said of a place: what the rule and the fold make of it keeps these properties."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from events.assessment import assess
from events.judging import judge
from events.testimony import Testimony
from events.tests.histories import ARRANGED, HISTORIES, WINDOW, numbered
from events.timeline import Span

EXAMPLES = settings(max_examples=150, deadline=None)


def spans_of(testimonies) -> list[Span]:
    return list(judge(testimonies, window=WINDOW).spans)


def as_arrived(said: list[Testimony]) -> list[Testimony]:
    return numbered(said, list(range(len(said))))


def states_of(testimonies) -> list[tuple]:
    return [(span.start, span.state) for span in spans_of(testimonies)]


@EXAMPLES
@given(said=ARRANGED, data=st.data())
def test_the_order_in_which_rows_are_read_changes_nothing(said, data):
    said = as_arrived(said)
    assert spans_of(data.draw(st.permutations(said))) == spans_of(said)


@EXAMPLES
@given(said=ARRANGED, data=st.data())
def test_the_order_of_arrival_changes_nothing(said, data):
    """What arrives later has a greater number; only the evidence is then called by another one.

    An editor's later ruling on the same moment corrects the earlier one, so rulings keep their order.
    """
    order = list(range(len(said)))
    rulings = iter([position for position in order if said[position].ruling])
    other = [next(rulings) if said[at].ruling else at for at in data.draw(st.permutations(order))]
    assert states_of(numbered(said, other)) == states_of(numbered(said, order))


@EXAMPLES
@given(said=HISTORIES, data=st.data())
def test_repetition_changes_nothing(said, data):
    """An origin that says the same again is no second voice."""
    repeated = [*said, *data.draw(st.lists(st.sampled_from(said), max_size=4) if said else st.just([]))]
    assert states_of(as_arrived(repeated)) == states_of(as_arrived(said))


@EXAMPLES
@given(said=ARRANGED)
def test_periods_follow_each_other_without_overlap_or_gap(said):
    """Each begins when the one before ends, and from the first on something is always said to be so."""
    spans = spans_of(as_arrived(said))
    for earlier, later in pairwise(spans):
        assert earlier.start < later.start and earlier.state != later.state
    for span in spans:
        assert span.state.status is not None and span.evidence
        assert span.state.holder or span.state.status in ("unknown", "contested", "shared")
        assert span.state.challenger is None or span.state.challenger != span.state.holder


@EXAMPLES
@given(said=ARRANGED)
def test_the_last_finding_is_in_the_last_period(said):
    """Findings never fall outside the periods, and each rests on what was said."""
    said = as_arrived(said)
    judged, keys = judge(said, window=WINDOW), {one.key for one in said}
    findings, spans = judged.findings, judged.spans
    assert [found.at for found in findings] == sorted(found.at for found in findings)
    assert not findings or spans[0].start == findings[0].at
    for found in findings:
        assert keys.issuperset(found.supports + found.denials) and not set(found.supports) & set(found.denials)
    for at, state in {found.at: found.state for found in findings}.items():  # of one moment the last has the word
        assert [span for span in spans if span.start <= at][-1].state == state


@EXAMPLES
@given(said=HISTORIES, data=st.data())
def test_what_happens_later_never_changes_what_was_before(said, data):
    """A statement moves the periods from its own moment on, and none before it."""
    said = as_arrived(said)
    if not said:
        return
    cut = data.draw(st.sampled_from(said)).moment(WINDOW)
    findings = assess(said, window=WINDOW)
    earlier = assess([one for one in said if one.moment(WINDOW) < cut], window=WINDOW)
    assert earlier == [found for found in findings if found.at < cut]
