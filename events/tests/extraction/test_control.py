"""Sentences of our own, and what is read in them: (kind, stance, mode, side's actor, places)."""

import pytest

ARABIC = [
    ("سيطر الجيش السوري على حي الشعار.", [("capture", "asserts", "actual", "saa", "shaar")]),
    (
        "سيطرت قوات النظام على الشعار والمرجة وباب الحديد.",
        [("capture", "asserts", "actual", "government", p) for p in ("shaar", "marjeh", "bab-al-hadid")],
    ),
    ("سقط حي السكري بيد قوات النظام.", [("capture", "asserts", "actual", "government", "sukkari")]),
    ("انتزع الجيش السوري الصاخور من الفصائل المسلحة.", [("capture", "asserts", "actual", "saa", "sakhour")]),
    ("بات حي المرجة في يد قوات النظام.", [("capture", "asserts", "actual", "government", "marjeh")]),
    ("خسرت الفصائل المسلحة حي الصاخور.", [("loss", "asserts", "actual", "opposition", "sakhour")]),
    ("انسحبت الفصائل المسلحة من حي الكلاسة.", [("withdrawal", "asserts", "actual", "opposition", "kallaseh")]),
    ("تقدمت قوات النظام في حي السكري.", [("advance", "asserts", "actual", "government", "sukkari")]),
    ("لا تزال الفصائل المسلحة ممسكة بحي المشهد.", [("hold", "asserts", "actual", "opposition", "mashhad")]),
    ("ستلتقي قوات النظام قريبا عند القلعة.", [("linkup", "asserts", "future", "government", "aleppo-citadel")]),
    ("تسعى قوات النظام إلى السيطرة على حي الصاخور.", [("capture", "asserts", "hypothetical", "government", "sakhour")]),
    ("نفى مصدر معارض سيطرة قوات النظام على الشعار.", [("capture", "denies", "actual", "government", "shaar")]),
    ("رفعت اللجنة الشعار الجديد في الحفل.", []),
    ("يمكن السيطرة على مرض السكري بالحمية.", []),
    ("سقطت عشرات القذائف على حي الشعار.", []),
    ("قصف الطيران حي الشعار.", []),
]
ENGLISH = [
    ("The Syrian army captured Sakhour.", [("capture", "asserts", "actual", "saa", "sakhour")]),
    ("Sakhour was recaptured by the Syrian army.", [("capture", "asserts", "actual", "saa", "sakhour")]),
    ("Sakhour fell to government forces.", [("capture", "asserts", "actual", "government", "sakhour")]),
    ("Rebels lost Sakhour.", [("loss", "asserts", "actual", "opposition", "sakhour")]),
    ("Rebels withdrew from Sakhour.", [("withdrawal", "asserts", "actual", "opposition", "sakhour")]),
    (
        "Government forces seized Sakhour, al-Shaar and Sheikh Said.",
        [("capture", "asserts", "actual", "government", p) for p in ("sakhour", "shaar", "sheikh-said")],
    ),
    ("Rebels still hold al-Mashhad.", [("hold", "asserts", "actual", "opposition", "mashhad")]),
    ("Government forces advanced into Ramouseh.", [("advance", "asserts", "actual", "government", "ramouseh")]),
    ("Government forces aim to take Sakhour.", [("capture", "asserts", "hypothetical", "government", "sakhour")]),
    ("Rebels denied that the Syrian army had captured Sakhour.", [("capture", "denies", "actual", "saa", "sakhour")]),
    ("A bomb killed six people in Salaheddine.", []),
    ("Shells hit Sheikh Said on Monday.", []),
]


@pytest.mark.parametrize(("text", "expected"), ARABIC + ENGLISH, ids=[text for text, _ in ARABIC + ENGLISH])
def test_a_sentence_is_read_rightly(read, text, expected):
    found = [(claim.kind, claim.stance, claim.mode, claim.actor, *claim.places) for claim in read(text)]
    assert sorted(found) == sorted(expected)


def test_a_claim_says_what_it_stands_on(read):
    text = "قال ناشطون أمس إن قوات النظام سيطرت على حي الشعار."
    (claim,) = read(text)
    words = {role: text[start:end] for role, start, end in claim.spans}

    assert text[claim.start : claim.end] == claim.quote
    assert words == {"trigger": "سيطرت", "place": "الشعار", "actor": "قوات النظام", "source": "ناشطون", "date": "أمس"}
    assert claim.rule == "ar.capture.verb" and 0 < claim.score <= 1


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("سيطر الجيش السوري على أجزاء واسعة من حي الشعار.", True),
        ("سيطر الجيش السوري على حي الشعار.", False),
        ("The Syrian army captured parts of Sakhour.", True),
        ("سيطر الجيش على جميع أحياء حلب الشرقية باستثناء السكري والمشهد.", True),
        ("سيطر الجيش على حي الشعار، باستثناء جيوب صغيرة.", True),
        ("سيطر الجيش على كتلة أبنية تطل على حي السكري.", True),
        ("سيطر الجيش على تلة تشرف على حي السكري.", True),
        ("سيطر الثوار على حاجزين لقوات النظام في حي السكري.", True),
        ("رفعت القوات الحكومية العلم في حي السكري.", False),
        ("The army captured all of eastern Aleppo except Sukkari.", True),
        ("The army captured a hill overlooking Sukkari.", True),
        ("Rebels seized a checkpoint in Sukkari.", True),
        ("The army took the northern edge of Sukkari.", True),
        ("The army took control in Sukkari.", False),
        ("The army captured the district of Sakhour in eastern Aleppo.", False),
    ],
)
def test_a_part_is_not_the_whole(read, text, partial):
    assert [claim.partial for claim in read(text)] == [partial]
