"""An extractor with a few names of our own choosing."""

from datetime import datetime

import pytest

from events.extraction.dates import DAMASCUS
from events.extraction.extractor import ActorName, Extractor, SourceName
from gazetteer.finder import Name

PLACES = [
    ("shaar", "الشعار", "al-Shaar"),
    ("marjeh", "المرجة", "al-Marjeh"),
    ("sukkari", "السكري", "al-Sukkari"),
    ("sakhour", "الصاخور", "Sakhour"),
    ("sheikh-said", "الشيخ سعيد", "Sheikh Said"),
    ("midan", "الميدان", "al-Midan"),
    ("salaheddine", "صلاح الدين", "Salaheddine"),
    ("bab-al-hadid", "باب الحديد", "Bab al-Hadid"),
    ("kallaseh", "الكلاسة", "al-Kallaseh"),
    ("jalloum", "الجلوم", "al-Jalloum"),
    ("mashhad", "المشهد", "al-Mashhad"),
    ("aleppo-citadel", "القلعة", "Citadel of Aleppo"),
    ("old-city", "حلب القديمة", "Old City"),
    ("east-aleppo", "حلب الشرقية", "eastern Aleppo"),
    ("aleppo-city", "حلب", "Aleppo"),
    ("ramouseh", "الراموسة", "Ramouseh"),
]
ACTORS = [
    ("saa", "الجيش السوري", "Syrian army", "government"),
    ("government", "قوات النظام", "government forces", "government"),
    ("opposition", "الفصائل المسلحة", "rebels", "opposition"),
    ("ypg", "وحدات حماية الشعب", "YPG", "kurdish"),
]
SOURCES = [
    ("sana", "سانا", "SANA"),
    ("reuters", "رويترز", "Reuters"),
    ("sohr", "المرصد السوري لحقوق الإنسان", "SOHR"),
    ("activists", "ناشطون", "activists"),
    ("opposition-sources", "مصادر معارضة", "opposition sources"),
]


@pytest.fixture(scope="session")
def extractor():
    return Extractor(
        places=[Name(text, slug, lang) for slug, ar, en in PLACES for text, lang in ((ar, "ar"), (en, "en"))],
        actors=[
            ActorName(t, slug, side, lang) for slug, ar, en, side in ACTORS for t, lang in ((ar, "ar"), (en, "en"))
        ],
        sources=[SourceName(text, slug, lang) for slug, ar, en in SOURCES for text, lang in ((ar, "ar"), (en, "en"))],
    )


@pytest.fixture(scope="session")
def read(extractor):
    """Extract as of the evening of Wednesday 7 December 2016."""
    return lambda text: extractor.extract(text, published_at=datetime(2016, 12, 7, 20, tzinfo=DAMASCUS))
