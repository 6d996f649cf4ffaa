"""How fast the finder is beside the bare automaton, how it grows with the names, and what building it takes."""

import gc
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from time import process_time

import ahocorasick

from gazetteer.finder import Finder
from gazetteer.folding import Folded, fold, fold_name

from . import Row, corpus

TEXTS, RUNS = 1000, 7
SIZES = {10_000: (0.5, 0.1), 200_000: (0.3, 2.0)}  # of the speed at 753 names; seconds to build
MEMORY = 150  # MB, at the larger


def run() -> list[Row]:
    """Speeds as ratios, of the best of several runs that take turns; building in a process of its own."""
    names = corpus.own_names()
    folded = [fold(text) for text in corpus.texts(names, TEXTS)]
    size = sum(len(text.text.encode()) for text in folded) / 1e6
    searches = {"bare": _bare(folded, names), len(names): _finding(folded, Finder(names))}
    for number in SIZES:
        larger = corpus.names(number)
        mentioning = [fold(text) for text in corpus.texts(larger, TEXTS)]
        searches[number] = _finding(mentioning, Finder(larger))
    best = _best(searches)
    rows = [
        Row("bare automaton with a boundary check, 753 names", size / best["bare"], "MB/s"),
        Row("finder, 753 names", size / best[len(names)], "MB/s"),
        Row("finder / bare automaton", best["bare"] / best[len(names)], "", at_least=0.8),
    ]
    for number, (ratio, seconds) in SIZES.items():
        rows += _growth(number, best[len(names)] / best[number], ratio, seconds)
    return rows


def _growth(number: int, speed: float, ratio: float, seconds: float) -> list[Row]:
    took, memory = build(number)
    return [
        Row(f"finder, {number:,} names / 753 names", speed, "", at_least=ratio),
        Row(f"building, {number:,} names", took, "s", at_most=seconds),
        Row(f"memory, {number:,} names", memory, "MB", at_most=MEMORY),
    ]


def _finding(texts: list[Folded], finder: Finder) -> Callable[[], int]:
    return lambda: sum(len(finder.find(text)) for text in texts)


def _bare(texts: list[Folded], names) -> Callable[[], int]:
    """Every match of the folded names that no letter touches; overlaps stay, particles and articles are not known."""
    automaton = ahocorasick.Automaton()
    for text in {fold_name(name.text) for name in names}:
        automaton.add_word(text, len(text))
    automaton.make_automaton()
    return lambda: sum(len(_matches(automaton, text.text)) for text in texts)


def _matches(automaton: ahocorasick.Automaton, text: str) -> list[tuple[int, int]]:
    length, found = len(text), []
    for last, size in automaton.iter(text):
        end = last + 1
        start = end - size
        if (end == length or not text[end].isalnum()) and (start == 0 or not text[start - 1].isalnum()):
            found.append((start, end))
    return found


def _best(searches: dict) -> dict:
    """The shortest processor time of each; they take turns, so that a busy moment of the machine falls on all."""
    best = dict.fromkeys(searches, float("inf"))
    for _ in range(RUNS):
        for name, search in searches.items():
            began = process_time()
            search()
            best[name] = min(best[name], process_time() - began)
    return best


def build(number: int) -> tuple[float, float]:
    """Seconds of the processor and MB that building a finder takes, in the best of three processes."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), max_tasks_per_child=1) as processes:
        measured = [processes.submit(_build, number).result() for _ in range(3)]
    return min(seconds for seconds, _ in measured), min(memory for _, memory in measured)


def _build(number: int) -> tuple[float, float]:
    names = corpus.names(number)
    gc.collect()
    began, before = process_time(), _memory("VmRSS")
    finder = Finder(names)
    took = process_time() - began
    return took, _memory("VmHWM" if finder else "VmRSS") - before


def _memory(what: str) -> float:
    """MB that this process holds (VmRSS) or has held at most (VmHWM)."""
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(what)) * 1024 / 1e6
