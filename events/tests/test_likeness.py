"""How alike texts are: spelling does not count, word order does; reports are compared by a sketch."""

from random import Random

from events.likeness import SKETCH, is_same_passage, is_same_report, runs_of, sketch, sketch_of

ARABIC = "أعلنت القيادة أن وحداتها أحكمت السيطرة على حي الشعار بالكامل بعد انسحاب آخر المسلحين منه ليلاً"
RESPELT = "اعلنت القياده ان وحداتها احكمت السيطره علي حي الشعار بالكامل بعد انسحاب اخر المسلحين منه ليلا"


def same(one: str, other: str) -> bool:
    return is_same_passage(runs_of(one), runs_of(other))


def test_spelling_and_signs_do_not_count():
    assert same(ARABIC, RESPELT)
    assert same(ARABIC, "«" + ARABIC.replace(" ", "  ") + "».")


def test_the_same_words_in_another_order_are_another_text():
    words = ARABIC.split()
    assert not same(ARABIC, " ".join(words[::-1]))


def test_an_empty_or_short_text_is_like_nothing():
    assert not same("", "") and not same("سيطر الجيش", "سيطر الجيش")
    assert sketch("too short") == b"" and not is_same_report(sketch_of(b""), sketch_of(b""))


def test_a_sketch_estimates_what_reports_share():
    chance = Random(5)
    words = [f"word{chance.randrange(10**6)}" for _ in range(2000)]
    whole = sketch(" ".join(words))
    assert len(whole) == SKETCH * 8
    for share, expected in ((0.9, True), (0.2, False)):
        kept = int(len(words) * share)
        other = [*words[:kept], *(f"other{chance.randrange(10**6)}" for _ in words[kept:])]
        assert is_same_report(sketch_of(whole), sketch_of(sketch(" ".join(other)))) is expected


def test_a_report_of_any_length_is_sketched():
    assert len(sketch("كلمة " * 2_000_000)) == 8
