"""Made names and news texts, the same for the same seed: as long, as mixed and as full of names as real ones."""

import csv
import random
from pathlib import Path

from gazetteer.finder import Name
from gazetteer.folding import fold_name

PLACES = Path(__file__).resolve().parent.parent / "data" / "places.csv"
ARABIC, LATIN = "اابتجحدرزسشصطعفقكللمنهوويي", "aaabdeefghiijklmnoqrstuwyz"
HEADS = {"ar": "تل كفر باب كرم شيخ بيت عين دير خان مزرعة قلعة وادي", "en": "tell kafr bab karm beit deir wadi"}
ARTICLES = ("al-", "al-", "el-", "al ", "ash-", "an-")
# How many have an article before, have one inside, are one word: as among the gazetteer's own names
SHARES = {"ar": (0.33, 0.44, 0.35), "en": (0.2, 0.17, 0.35)}
COMMON = {
    "ar": "قال في من على إلى عن مع بعد قبل خلال التي الذي هذا وقد كما أن إن القوات الجيش البلاد مصدر أمس",
    "en": "the of in and to on said after with from that by forces army city source were has been on Tuesday",
}
MARKS = "\u064b\u064c\u064e\u064f\u0650\u0651\u0652"
PARTICLES = ("", "", "", "", "و", "ب", "ل", "وب", "ول", "في ")
LENGTH = 2000  # bytes of UTF-8
WORDS_A_NAME = 35


def own_names(number: int = 753) -> list[Name]:
    """Names of the gazetteer's own data that differ when folded, the Arabic ones first."""
    with PLACES.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    names = {}
    for language in ("ar", "en"):
        for row in rows:
            for text in (row[f"name_{language}"], *row[f"alt_{language}"].split(";")):
                if fold_name(text):
                    names.setdefault(fold_name(text), Name(text.strip(), row["slug"], language))
    return list(names.values())[:number]


def names(number: int, seed: int = 1) -> list[Name]:
    """The gazetteer's own names and made ones, `number` in all, two a place, half of them Latin."""
    chance = random.Random(seed)
    found = {name.text: name for name in own_names()}
    while len(found) < number:
        language = ("ar", "en")[len(found) % 2]
        text = _name(chance, language)
        found.setdefault(text, Name(text, f"made-{len(found) // 2}", language))
    return list(found.values())


def _name(chance: random.Random, language: str) -> str:
    before, inside, alone = SHARES[language]
    article = "ال" if language == "ar" else chance.choice(ARTICLES)
    words = [_word(chance, language)]
    if chance.random() > alone:
        linked = (article if chance.random() < inside / (1 - alone) else "") + words[0]
        words = [chance.choice([*HEADS[language].split(), _word(chance, language)]), linked]
    return (article if chance.random() < before else "") + " ".join(words)


def _word(chance: random.Random, language: str) -> str:
    return "".join(chance.choices(ARABIC if language == "ar" else LATIN, k=chance.randint(4, 7)))


def texts(names: list[Name], number: int, seed: int = 2) -> list[str]:
    """Texts of about 2 kB, seven in eight Arabic, with a name in 35 words, and marks in three of a hundred."""
    chance = random.Random(seed)
    known = {language: [name.text for name in names if name.language == language] for language in ("ar", "en")}
    rare = {language: [_word(chance, language) for _ in range(3000)] for language in ("ar", "en")}
    return [_text(chance, "en" if n % 8 == 7 else "ar", known, rare) for n in range(number)]


def _text(chance: random.Random, language: str, known: dict, rare: dict) -> str:
    words, size, common = [], 0, COMMON[language].split()
    while size < LENGTH:
        word = chance.choice(common if chance.random() < 0.5 else rare[language])
        if chance.random() < 1 / WORDS_A_NAME:
            word = chance.choice(known[language])
            word = chance.choice(PARTICLES) + word if language == "ar" else word
        words.append(word + ("،" if language == "ar" else ",") * (chance.random() < 0.05))
        size += len(word.encode()) + 1
    text = " ".join(words)
    return _marked(chance, text) if language == "ar" and chance.random() < 0.03 else text


def _marked(chance: random.Random, text: str) -> str:
    return "".join(letter + chance.choice(MARKS) * (letter.isalpha() and chance.random() < 0.3) for letter in text)
