"""How fast extraction is beside spaCy's EntityRuler with the same names, and whether it grows as the text does."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache, partial
from statistics import median
from time import process_time

from events.extraction.dates import DAMASCUS
from events.extraction.lexicons import lexicon
from events.reading import build_extractor
from gazetteer.benchmarks import Row
from gazetteer.finder import Finder
from gazetteer.folding import fold

from . import news
from .varied import varied

ROUNDS, ARTICLES = 5, 60
PUBLISHED = datetime(2016, 12, 7, 20, tzinfo=DAMASCUS)
SHARES = {"sparse": 1 / 8, "half": 1 / 2, "dense": 1}  # of the sentences that tell who holds what
LANGUAGES = {"ar": "Arabic", "en": "English"}
GOAL = 3.0  # times spaCy, of Arabic; told beside the figure
SMALL, GROWN = 100_000, 1_000_000
MOST_GROWTH = 11.0  # of ten times the text; a hundred times were it quadratic
WORDS = 10_000, 100_000


def run() -> list[Row]:
    """Speeds as ratios, medians over rounds in which all take turns; growth of the best of as many."""
    names = names_of_the_product()
    kinds = [(language, share, unseen) for language in LANGUAGES for share in SHARES for unseen in (False, True)]
    rows = [row for kind in kinds for row in _speeds(names, *kind)]
    return [*rows, *_growths(build_extractor())]


def names_of_the_product() -> dict[str, list]:
    """The names of places, actors and sources, as an extractor is given them."""
    given: dict[str, list] = {}
    build_extractor(maker=lambda **names: given.update(names))
    return {what: list(given[what]) for what in ("places", "actors", "sources")}


def _speeds(names: dict[str, list], language: str, share: str, unseen: bool) -> list[Row]:
    """Speeds in texts of one kind; `unseen`: with words that no round before had."""
    texts = news.articles(language, SHARES[share], ARTICLES)
    extractor, finder, pipeline = build_extractor(), Finder(names["places"]), spacy_pipeline(names, language)
    matters = cache(lambda word: _matters(finder, language, word))
    rounds = [varied(texts, turn, matters) if unseen else texts for turn in range(ROUNDS + 1)]
    size = sum(len(text.encode()) for text in rounds[0]) / 1e6
    took = _rounds(
        {
            "spacy": lambda turn: _each(pipeline, rounds[turn]),
            "extraction": lambda turn: _each(partial(extractor.extract, published_at=PUBLISHED), rounds[turn]),
            "matching": lambda turn: _each(lambda text: finder.find(fold(text)), rounds[turn]),
        }
    )
    what = f"{LANGUAGES[language]}, {share}{', words unseen' if unseen else ''}"
    ratio, goal = _ratio(took, "spacy", "extraction"), GOAL if language == "ar" else None
    return [
        Row(f"{what}: spaCy's EntityRuler", size / median(took["spacy"]), "MB/s"),
        Row(f"{what}: extraction", size / median(took["extraction"]), "MB/s"),
        Row(f"{what}: extraction / spaCy", ratio, "", goal=goal),
        Row(f"{what}: folding and finding alone, of extraction", _ratio(took, "matching", "extraction"), ""),
    ]


def _matters(finder: Finder, language: str, word: str) -> bool:
    """The word names a place, or a pattern of the lexicon looks for it."""
    return bool(lexicon(language).sieve.candidates(fold(word).text) or finder.find(word))


def spacy_pipeline(names: dict[str, list], language: str) -> Callable:
    """spaCy's blank pipeline of a language with an EntityRuler that knows the same names."""
    import spacy  # here alone: only `make bench` installs it

    pipeline = spacy.blank(language)
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": what, "pattern": name.text, "id": name.slug} for what in names for name in names[what] if name.text]
    )
    return pipeline


def _growths(extractor) -> Iterable[Row]:
    shapes = {
        "1 MB / 100 kB, a line a sentence": lambda grown: news.report_of(GROWN if grown else SMALL, "ar", 0.5, "\n"),
        "1 MB / 100 kB, in one line": lambda grown: news.report_of(GROWN if grown else SMALL, "ar", 0.5),
        "100,000 / 10,000 words without a stop": lambda grown: news.words_without_a_stop(WORDS[grown], "ar", 0.5),
        "100,000 / 10,000 English words without a stop": lambda grown: news.words_without_a_stop(
            WORDS[grown], "en", 0.5
        ),
    }
    for what, made in shapes.items():
        texts = {grown: made(grown) for grown in (False, True)}
        took = _rounds({grown: lambda turn, text=text: extractor.extract(text) for grown, text in texts.items()})
        yield Row(what, min(took[True]) / min(took[False]), "times", at_most=MOST_GROWTH)


def _each(do: Callable, texts: list[str]) -> None:
    for text in texts:
        do(text)


def _rounds(work: dict[object, Callable[[int], object]], rounds: int = ROUNDS) -> dict:
    """Seconds of the processor that each took in each round; one round before them, of number 0, warms up."""
    took: dict = {name: [] for name in work}
    for turn in range(rounds + 1):
        for name, do in work.items():
            began = process_time()
            do(turn)
            if turn:
                took[name].append(process_time() - began)
    return took


def _ratio(took: dict, above, below) -> float:
    return median(one / other for one, other in zip(took[above], took[below], strict=True))
