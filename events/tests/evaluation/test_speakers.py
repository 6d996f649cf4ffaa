"""Whether two texts name the same source."""

import pytest

from events.evaluation.speakers import is_pronoun, same_speaker

SANA = ("وكالة سانا", "SANA")
FASTAQIM = ("تجمع فاستقم", "Fastaqim", "زكريا ملاحفجي")
CASES = [
    # expected, slug, its names, text of the claim, whether they agree
    (["المرصد السوري"], "sohr", ("المرصد السوري لحقوق الإنسان", "SOHR"), None, True),
    (["وكالة سانا"], None, (), "SANA", True),
    (["وزكريا ملاحفجي"], "fastaqim", FASTAQIM, None, True),
    (["مصدر في الفيلق"], "fastaqim", FASTAQIM, "ناشط", False),
    (["a rebel official in the south"], None, (), "rebel official", True),
    (["rebel"], None, (), "reb", False),
    (["النشطاء"], "activists", (), None, True),
    ([], "sana", SANA, "SANA", False),
]


@pytest.mark.parametrize(("expected", "slug", "names", "text", "agrees"), CASES)
def test_a_source_in_other_words(expected, slug, names, text, agrees):
    assert same_speaker(expected, slug, names, text) is agrees


def test_pronouns():
    assert is_pronoun("He") and not is_pronoun("SANA") and not is_pronoun(None)
