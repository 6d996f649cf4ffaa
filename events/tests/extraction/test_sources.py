"""Who is found to be speaking."""

import pytest

CASES = [
    ("أفادت وكالة سانا بأن قوات النظام سيطرت على حي الشعار.", [("sana", "وكالة سانا")]),
    ("سيطرت قوات النظام على حي الشعار، وفق المرصد السوري لحقوق الإنسان.", [("sohr", "المرصد السوري لحقوق الإنسان")]),
    (
        "نقلت رويترز عن مسؤول في المعارضة قوله إن الفصائل انسحبت من حي الكلاسة.",
        [("opposition-sources", "مسؤول في المعارضة")],
    ),
    (
        "نفى مسؤول في المعارضة لوكالة رويترز سيطرة قوات النظام على الشعار.",
        [("opposition-sources", "مسؤول في المعارضة")],
    ),
    ("قالت مراسلتنا إن قوات النظام سيطرت على حي الشعار.", [(None, "مراسلتنا")]),
    ("سيطرت قوات النظام على حي الشعار.", [(None, None)]),
    (
        "أفادت سانا بأن الجيش السوري دخل حي المرجة.\nوأضاف البيان أن الجيش السوري سيطر على حي الشعار.",
        [("sana", "سانا"), ("sana", "البيان")],
    ),
    ("SANA said government forces captured Sakhour.", [("sana", "SANA")]),
    ("Government forces captured Sakhour, activists said on Monday.", [("activists", "activists")]),
    ("According to SOHR, government forces captured Sakhour.", [("sohr", "SOHR")]),
    ("Government forces captured Sakhour.", [(None, None)]),
    ("Government forces captured the whole of Sakhour by Saturday evening, SOHR said.", [("sohr", "SOHR")]),
    (
        "A rebel commander said fighters retook Sakhour.\nFighting continued inside al-Shaar, he said.",
        [("opposition-sources", "A rebel commander"), ("opposition-sources", "he")],
    ),
    ("Sakhour and Sheikh Said remained under rebel control on Wednesday.", [(None, None), (None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_the_speaker_is_found(read, text, expected):
    assert [(claim.source, claim.source_text) for claim in read(text)] == expected
