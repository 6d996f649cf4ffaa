"""Deriving what an act touched gives the rows that deriving everything gives, whatever the acts and their order."""

from collections import defaultdict
from contextlib import suppress
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events import answers, control, review
from events.models import Claim, ControlEvent, ControlPeriod, Evidence, Revision
from events.questions import Question
from events.tests import factories
from events.undoing import CannotBeUndone
from gazetteer.models import Membership, Place

pytestmark = pytest.mark.django_db
DAY = factories.DAY
EXAMPLES = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
VOICES = {"sana": "government", "amc": "opposition", "sohr": "independent", "blog": "unknown"}
ACTORS = {"saa": "government", "opposition": "opposition", "ypg": "kurdish"}
LONG = "Fighters entered the quarter at dawn and their commanders said that the last streets of it were in their hands"
EVENT = ("place__slug", "kind", "actor__slug", "counterparty__slug", "status", "is_besieged", "event_start")
MORE_OF_EVENT = ("event_end", "known_at", "credibility", "geo_precision", "rule", "counts_from", "stages", "dates")
PERIOD = ("place__slug", "start", "holder__slug", "challenger__slug", "status", "is_besieged", "evidence_count")

STATEMENTS = st.fixed_dictionaries(
    {
        "place": st.sampled_from(["east", "shaar", "shaar", "hanano"]),
        "source": st.sampled_from([*VOICES, None]),
        "publisher": st.sampled_from(sorted(VOICES)),
        "text": st.sampled_from([LONG, "The army took it."]),
        "kind": st.sampled_from(["capture", "capture", "hold", "advance", "withdrawal", "clash", "siege"]),
        "stance": st.sampled_from(["asserts", "asserts", "denies"]),
        "actor": st.sampled_from(sorted(ACTORS)),
        "start": st.integers(0, 8),
        "published": st.integers(0, 4),
    }
)
STORIES = st.lists(STATEMENTS, min_size=2, max_size=7)
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "accept", "reject", "reopen", "enter", "withdraw", "undo"]), st.integers(0, 9)
    ),
    min_size=3,
    max_size=9,
)


@pytest.fixture
def editor():
    factories.umbrellas()
    region = factories.place("east", "الشرق", "East", kind="region")
    for slug in ("shaar", "hanano"):
        Membership.objects.create(region=region, member=factories.place(slug))
    for slug, side in VOICES.items():
        factories.source(slug, side)
    return factories.user()


def arrive(number: int, said: dict) -> Claim:
    """The claim, read by a rule that is named after its place in the story."""
    begins = factories.DAY_START + said["start"] * DAY / 2
    published_at, publisher = begins + said["published"] * DAY / 2, factories.source(said["publisher"])
    return factories.claim(
        report=factories.report(said["text"], published_at=published_at, publisher=publisher),
        rule=str(number), kind=said["kind"], stance=said["stance"],
        actor=factories.actor(said["actor"], ACTORS[said["actor"]]), place=factories.place(said["place"]),
        source=said["source"] and factories.source(said["source"]), event_start=begins, event_end=begins + DAY,
    )  # fmt: skip


def rows() -> tuple[dict, list]:
    """All that is live, without numbers that hang on the order: events with their evidence, and periods."""
    spoken = defaultdict(set)
    for event, *said in Evidence.objects.values_list(
        "event", "claim__rule", "entry__note", "speaks_for", "counts_from", "same_text_as__rule"
    ):
        spoken[event].add(tuple(said))
    derived = ControlEvent.objects.live().filter(origin="derived").values_list("pk", *EVENT, *MORE_OF_EVENT)
    events = {str(facts): spoken[pk] for pk, *facts in derived}
    return events, sorted(ControlPeriod.objects.live().values_list(*PERIOD), key=str)


@EXAMPLES
@given(story=STORIES, data=st.data())
def test_order_of_arrival_and_batches_change_nothing(editor, story, data):
    """The same claims, arrived in another order and accepted one by one, in batches, or all at once."""
    found = []
    for order in (range(len(story)), data.draw(st.permutations(range(len(story))))):
        with transaction.atomic():
            claims = [arrive(story.index(story[number]), story[number]) for number in order]  # twins share a name
            while claims:
                size = data.draw(st.integers(1, len(claims)))
                review.accept_all(claims[:size], by=editor)
                claims = claims[size:]
            found.append(rows())
            transaction.set_rollback(True)
    assert found[0] == found[1]


@EXAMPLES
@given(story=STORIES, acts=ACTS)
def test_each_act_leaves_what_deriving_everything_gives(editor, story, acts):
    with transaction.atomic():
        for number, said in enumerate(story):
            arrive(number, said)
        for act, number in acts:
            do(act, number, editor)
        live, last = rows(), Revision.objects.last_number()
        assert control.rebuild() == 0 and rows() == live and Revision.objects.last_number() == last
        computed = answers.course_of(Question(known=factories.NOON.date().replace(year=2017))).periods
        assert sorted(computed, key=str) == sorted(ControlPeriod.objects.live().values_list(*answers.TIMELINE), key=str)
        no_overlap_nor_gap()
        transaction.set_rollback(True)


def do(act: str, number: int, editor) -> None:
    """One act on the row of that number, if there is any that it fits."""
    decided = Claim.objects.exclude(status="pending").order_by("pk")
    entries = ControlEvent.objects.live().filter(origin="entered").order_by("pk")
    if act in ("accept", "reject"):
        for claim in Claim.objects.pending().order_by("pk")[number % 3 : number % 3 + 1]:
            {"accept": review.accept, "reject": review.reject}[act](claim, by=editor)
    elif act == "reopen":
        for claim in decided[number % 3 : number % 3 + 1]:
            review.reopen(claim, by=editor)
    elif act == "enter":
        control.enter([entry(number)], by=editor, reason="Looked at it")
    elif act == "withdraw":
        for found in entries[:1]:
            control.withdraw(found, by=editor, reason="It was not so")
    elif Revision.objects.exists():
        undo(number, editor)


def undo(number: int, editor) -> None:
    acts = Revision.objects.order_by("-pk")
    with suppress(CannotBeUndone):
        control.undo(acts[number % min(3, len(acts))], by=editor, reason="A mistake")


def entry(number: int) -> ControlEvent:
    """An editor's ruling, or a statement typed in."""
    begins = factories.DAY_START + number * DAY / 2
    source = factories.source(list(VOICES)[number % 4]) if number % 2 else None
    return factories.entry(
        place=factories.place(("shaar", "hanano", "east")[number % 3]), actor=factories.actor("opposition"),
        source=source, status="" if source else ("assessed", "claimed")[number % 4 // 2], event_start=begins,
        event_end=begins + DAY, known_at=begins + DAY, note=str(number),
    )  # fmt: skip


def no_overlap_nor_gap() -> None:
    """From the first event of a place on, each moment lies in one period, and what it says differs from the last."""
    for place in Place.objects.filter(control_periods__removed_in=None).distinct():
        periods = list(place.control_periods.live().order_by("start").values_list("start", *PERIOD[2:-1]))
        events = place.control_events.live().filter(origin="derived").order_by("event_start")
        assert not periods or periods[0][0] == events.first().event_start
        for earlier, later in pairwise(periods):
            assert earlier[0] < later[0] and earlier[1:] != later[1:]
