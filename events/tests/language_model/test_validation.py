"""What of a model's claim holds against the text, the names and the calendar."""

import pytest

from events.language_model.failure import Invalid
from events.language_model.passages import LONGEST, passages
from events.language_model.schema import KINDS, MODES, STANCES, UNITS
from events.language_model.validation import checked
from events.models import Claim
from events.models.claim import Kind, Mode, Stance
from events.tests.language_model.conftest import EVENING
from events.tests.language_model.server import CLAIM, QUOTE

ENGLISH = "SANA said government forces did not capture Sheikh Said. Rebels hold 40 districts, two thirds of Aleppo."
REFUSED = [
    ("its quote is not in the text", {"quote": "سيطر الجيش السوري على حي الشعار كله."}),
    ("its quote is not in the text", {"quote": " "}),
    ("its quote is not in the text", {"quote": None}),
    ("its quote is not in the text", {"quote": ["x"]}),
    ("its place is not in the gazetteer and the quote", {"place": "حي الزهور"}),
    ("its place is not in the gazetteer and the quote", {"place": "المرجة"}),
    ("its place is not in the gazetteer and the quote", {"place": None}),
    ("its place is not in the gazetteer and the quote", {"place": {"slug": "shaar"}}),
    ("its kind is none of ours", {"kind": "conquest"}),
    ("its kind is none of ours", {"kind": ["capture"]}),
    ("its stance is none of ours", {"stance": None}),
    ("its mode is none of ours", {"mode": "ACTUAL"}),
    ("it happened after the publication", {"event_start": "2016-12-08", "event_end": "2016-12-08"}),
    ("its days are in the wrong order", {"event_start": "2016-12-06", "event_end": "2016-12-05"}),
    ("its day cannot be read", {"event_start": "2016-02-30"}),
    ("its day cannot be read", {"event_start": "yesterday"}),
    ("its day cannot be read", {"event_start": "9999-12-31"}),
    ("its day cannot be read", {"event_start": 20161206}),
    ("its number or unit is missing", {"kind": "count"}),
    ("its number is not in the quote", {"kind": "count", "quantity": 40, "unit": "neighbourhoods"}),
    ("its number is not in the quote", {"kind": "count", "quantity": 10**400, "unit": "percent"}),
    ("its number is not in the quote", {"kind": "count", "quantity": float("nan"), "unit": "percent"}),
    ("its number or unit is missing", {"kind": "count", "quantity": True, "unit": "percent"}),
    ("its number or unit is missing", {"kind": "count", "quantity": 40, "unit": "houses"}),
]


@pytest.fixture
def check(names):
    def check(text: str = QUOTE, published=EVENING, **changed):
        (passage,) = passages(text)
        return checked({**CLAIM, **changed}, passage, names, published, "model:small")

    return check


def test_the_words_are_those_of_the_database():
    assert (tuple(Kind.values), tuple(Stance.values), tuple(Mode.values)) == (KINDS, STANCES, MODES)
    assert tuple(unit for unit, _ in Claim._meta.get_field("unit").choices) == UNITS


@pytest.mark.parametrize(
    ("reason", "changed"), REFUSED, ids=[f"{number} {one[0]}" for number, one in enumerate(REFUSED)]
)
def test_what_does_not_hold_is_refused_with_a_reason(check, reason, changed):
    with pytest.raises(Invalid, match=f"^{reason}$"):
        check(**changed)


@pytest.mark.parametrize("raw", [None, "capture", 7, [CLAIM]])
def test_a_claim_is_an_object(names, raw):
    (passage,) = passages(QUOTE)
    with pytest.raises(Invalid, match="it is no object"):
        checked(raw, passage, names, EVENING, "model:small")


@pytest.mark.parametrize("words", ["الشعار", "حي الشعار", "al-Shaar"])
def test_a_place_is_what_the_quote_names_however_the_model_spells_it(check, words):
    claim = check(place=words)
    assert claim.places == ("shaar",)
    assert [QUOTE[start:end] for role, start, end in claim.spans if role == "place"] == ["الشعار"]


def test_a_quote_that_leaves_the_not_out_stands_on_its_whole_sentence(check):
    claim = check(ENGLISH, quote="capture Sheikh Said", place="Sheikh Said", actor="government forces")
    assert claim.quote == "SANA said government forces did not capture Sheikh Said."
    assert dict((role, ENGLISH[start:end]) for role, start, end in claim.spans)["trigger"] == "capture Sheikh Said"


def test_actor_and_source_are_resolved_where_they_stand_in_the_text(check):
    claim = check(ENGLISH, quote=ENGLISH[:56], place="Sheikh Said", actor="government forces", source="SANA")
    assert (claim.actor, claim.source, claim.source_text) == ("government", "sana", "SANA")


@pytest.mark.parametrize("words", ["Syrian army", "", None, 7, "government" * 50])
def test_an_actor_or_source_of_the_models_own_is_nobody(check, words):
    claim = check(ENGLISH, quote=ENGLISH[:56], place="Sheikh Said", actor=words, counterparty=words, source=words)
    assert (claim.actor, claim.counterparty, claim.source, claim.source_text) == (None, None, None, None)


def test_whoever_stands_in_the_text_and_is_not_known_is_kept_in_words(check):
    claim = check("Neighbours said rebels hold Sheikh Said.", quote="rebels hold Sheikh Said", place="Sheikh Said",
                  kind="hold", source="Neighbours")  # fmt: skip
    assert (claim.source, claim.source_text) == (None, "Neighbours")


@pytest.mark.parametrize(("quantity", "unit"), [(40, "neighbourhoods"), (66.7, "percent"), (67, "percent")])
def test_a_number_that_the_quote_tells(check, quantity, unit):
    claim = check(ENGLISH, quote=ENGLISH[57:], place=None, kind="count", quantity=quantity, unit=unit)
    assert (claim.quantity, claim.unit, claim.places) == (quantity, unit, ())


def test_what_counts_nothing_has_no_number(check):
    claim = check(quantity=40, unit="people")
    assert (claim.quantity, claim.unit) == (None, None)


def test_a_future_day_may_lie_ahead(check):
    claim = check(mode="future", event_start="2016-12-09", event_end="2016-12-10")
    assert claim.event_end.isoformat() == "2016-12-11T00:00:00+02:00"
    assert claim.time_precision == 2


@pytest.mark.parametrize(
    ("days", "start", "end"),
    [
        ((None, None), "2016-12-07T00:00:00+02:00", "2016-12-07T20:00:00+02:00"),
        (("2016-12-05", None), "2016-12-05T00:00:00+02:00", "2016-12-06T00:00:00+02:00"),
        (("2016-12-05", "2016-12-31"), "2016-12-05T00:00:00+02:00", "2016-12-07T20:00:00+02:00"),
    ],
)
def test_what_is_told_lies_before_the_telling(check, days, start, end):
    claim = check(event_start=days[0], event_end=days[1])
    assert (claim.event_start.isoformat(), claim.event_end.isoformat()) == (start, end)


def test_a_report_without_a_date_has_only_the_days_it_names(check):
    assert check(published=None, event_start=None, event_end=None).event_start is None
    assert check(published=None).event_start.isoformat() == "2016-12-06T00:00:00+02:00"


def test_passages_are_whole_sentences_and_hold_every_one():
    sentence = "The army advanced in the east of the city, residents said on the phone. "
    text = sentence * 200 + "x" * 5000 + ". " + sentence
    parts = list(passages(text))

    assert all(len(part.text) <= LONGEST and text[part.start :].startswith(part.text) for part in parts)
    assert [one for part in parts for one in part.sentences] == sorted(
        {one for part in parts for one in part.sentences}
    )
    assert sum(end - start for part in parts for start, end in part.sentences) > len(text) - 400


def test_no_prose_no_passages():
    assert list(passages("\n \nPhoto: a street\n")) == []
