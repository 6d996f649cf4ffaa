"""Why a claim was read so: every role with its words and its reading, whatever the rule is called."""

import re
from types import SimpleNamespace

import pytest
from django.utils import translation

from events import reasons
from events.explanations import explained
from events.models.claim import Kind, Mode, Stance

TEXT = "SANA said on Tuesday. The army took Shaar and the army holds it."
SPANS = [["trigger", 31, 35], ["place", 36, 41], ["actor", 22, 30], ["source", 0, 4], ["date", 13, 20]]
READ = {
    "start": 22, "end": 64, "spans": SPANS, "kind": "capture", "stance": "asserts", "mode": "actual",
    "place": "Shaar", "candidates": [], "actor": "Syrian Army", "counterparty": None, "source": "SANA",
    "source_text": "SANA", "rule": "any.rule", "quantity": None, "event_start": "2016-12-06", "is_partial": False,
}  # fmt: skip


def parts(**changes):
    (why,) = explained(TEXT, [SimpleNamespace(**{**READ, **changes})])
    return {part.role: part for part in why.parts}


def said(part):
    return [words.text for words in part.words], part.read_as


def test_each_role_has_its_words_and_what_they_were_read_as():
    found = parts()

    assert {role: said(part) for role, part in found.items()} == {
        "trigger": (["took"], "capture"), "place": (["Shaar"], "Shaar"), "actor": (["The army"], "Syrian Army"),
        "source": (["SANA"], "SANA"), "date": (["Tuesday"], "2016-12-06"),
    }  # fmt: skip
    assert list(found) == ["trigger", "place", "actor", "source", "date"]
    assert (found["place"].words[0].start, found["place"].words[0].end) == (36, 41)


def test_words_of_another_sentence_are_told_from_those_of_its_own():
    found = parts()

    assert [part.role for part in found.values() if part.words[0].is_elsewhere] == ["source", "date"]


def test_what_was_understood_without_words_is_a_part_without_words():
    found = parts(spans=SPANS[:1], counterparty="The opposition", quantity=10.0)

    assert {role for role, part in found.items() if not part.words} == {
        "place", "actor", "counterparty", "quantity", "source", "date",
    }  # fmt: skip


def test_nobody_named_and_no_day_are_said_and_an_actor_that_is_unknown_is_not():
    found = parts(spans=SPANS[:2], actor=None, source=None, source_text="", event_start=None)

    assert list(found) == ["trigger", "place", "source", "date"]
    assert found["source"].read_as is None and found["date"].read_as is None


def test_several_words_in_one_role_stand_in_the_order_of_the_text():
    found = parts(spans=[["actor", 46, 54], ["actor", 22, 30], ["actor", 22, 30]])

    assert said(found["actor"]) == (["The army", "the army"], "Syrian Army")


def test_a_role_that_is_not_known_keeps_its_name():
    found = parts(spans=[*SPANS, ["hedge", 22, 25]])

    assert said(found["hedge"]) == (["The"], None)
    assert reasons.role_name("hedge") == "hedge"


def test_a_name_of_several_places_is_read_as_all_of_them():
    assert parts(place=None, candidates=["a", "b"])["place"].read_as == ["a", "b"]


def claim(**changes):
    return SimpleNamespace(**{**READ, **changes})


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("kind", [*Kind.values, "kind-to-come"])
def test_every_family_has_a_sentence(kind, language):
    with translation.override(language):
        (sentence,) = reasons.reasons(claim(kind=kind))

    assert sentence.endswith(".")
    assert bool(re.search("[\u0600-\u06ff]", sentence)) == (language == "ar")


def test_what_turns_or_narrows_a_reading_is_said():
    turned = claim(stance="denies", mode="future", is_partial=True, place=None, candidates=["a", "b"])

    assert len(reasons.reasons(turned)) == 5
    assert set(reasons.STANCES) == set(Stance.values) - {"asserts"}
    assert set(reasons.MODES) == set(Mode.values) - {"actual"}


def test_what_a_language_model_read_is_not_told_as_a_rule():
    assert reasons.reasons(claim(rule="model:small", kind="capture")) == [str(reasons.BY_MODEL)]
    assert reasons.unsaid("actor", "Syrian Army", "model:small") == str(reasons.UNMARKED)
    assert reasons.unsaid("source", None, "model:small") == str(reasons.NOBODY)


def test_all_words_are_there_in_arabic():
    tables = [reasons.ROLES, reasons.FAMILIES, reasons.STANCES, reasons.MODES, reasons.UNSAID]
    lines = [line for table in tables for line in table.values()]
    single = [reasons.NOBODY, reasons.NO_DATE, reasons.UNMARKED, reasons.BY_MODEL, reasons.OTHER_FAMILY]
    with translation.override("ar"):
        english = [str(line) for line in [*lines, *single] if re.search("[a-z]", str(line))]

    assert english == []
