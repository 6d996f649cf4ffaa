"""What an entry must be to become a place; a bad one names its line, its field and what to do. Pure."""

import re
import unicodedata

from gazetteer.folding import fold_name
from gazetteer.tables import BadRow

from .entry import KINDS, LANGUAGES, MATCHES, NAME_KINDS, Entry, Identifier, Name

SLUG_FORM = re.compile(r"[A-Za-z0-9_-]{1,60}\Z")
CONFIDENCES = ("high", "medium", "low")
FARTHEST = 2_147_483_647  # metres; what the database holds
LONGEST = {"authority": 30, "identifier": 200, "name": 200, "side_of_city": 10}


def check(entry: Entry) -> None:
    """Raise BadRow for the first thing that is wrong with the entry."""
    where = entry.where
    if entry.slug is not None and not SLUG_FORM.match(entry.slug):
        raise BadRow(f"{where}: slug “{entry.slug}” has letters that addresses cannot. Use a-z, 0-9 and -, 60 at most.")
    if not entry.slug and not any(identifier.match == "exact" for identifier in entry.identifiers):
        raise BadRow(f"{where}: no slug and no identifier. Give one, so that loading again finds the same place.")
    _one_of(KINDS, entry.kind, "kind", where)
    _one_of(CONFIDENCES, entry.confidence, "confidence", where)
    _short(entry.side_of_city, "side_of_city", where)
    if not entry.names:
        raise BadRow(f"{where}: no name. Give at least one.")
    for name in entry.names:
        _check_name(name, where)
    for language in LANGUAGES:
        if sum((name.language, name.kind) == (language, "preferred") for name in entry.names) > 1:
            raise BadRow(f"{where}: two preferred names in “{language}”. Make one of them an alias.")
    for identifier in entry.identifiers:
        _check_identifier(identifier, where)
    shape = [entry.shape.source, entry.shape.licence] if entry.shape else []
    told = [where, entry.source, entry.licence, entry.notes, entry.side_of_city]  # `where` has the title
    for text in (*told, *shape, *(name.source for name in entry.names)):
        _printable(text, "text", where)
    if entry.shape:
        _check_precision(entry.shape.precision_m, where)
    for parent in entry.parents:
        _printable(parent.authority + parent.value, "region", where)
        _check_days(parent.valid_from, parent.valid_until, "region", where)


def _check_name(name: Name, where: str) -> None:
    _printable(name.text, "name", where)
    _short(name.text, "name", where)
    _one_of(LANGUAGES, name.language, "language", where)
    _one_of(NAME_KINDS, name.kind, "kind of name", where)
    if not fold_name(name.text):
        raise BadRow(f"{where}: name “{name.text}” has no letters. Correct it or take it out.")
    _check_days(name.used_from, name.used_until, f"name “{name.text}”", where)


def _check_identifier(identifier: Identifier, where: str) -> None:
    if not identifier.authority or not identifier.value:
        raise BadRow(f"{where}: identifier “{identifier.authority}:{identifier.value}” needs authority and value.")
    _printable(identifier.authority + identifier.value, "identifier", where)
    _short(identifier.authority, "authority", where)
    _short(identifier.value, "identifier", where)
    _one_of(MATCHES, identifier.match, "match", where)


def _check_precision(metres: int | None, where: str) -> None:
    if metres is not None and not 0 <= metres <= FARTHEST:
        raise BadRow(f"{where}: precision_m {metres} lies outside 0 to {FARTHEST}. Give metres, or take it out.")


def _check_days(first, last, field: str, where: str) -> None:
    if first and last and first >= last:
        raise BadRow(f"{where}: {field} ends ({last}) before it begins ({first}). Correct the days.")


def _one_of(known: tuple[str, ...], value: str, field: str, where: str) -> None:
    if value not in known:
        raise BadRow(f"{where}: {field} “{value}” is unknown. Use one of {', '.join(known)}.")


def _short(text: str, field: str, where: str) -> None:
    if len(text) > LONGEST[field]:
        raise BadRow(f"{where}: {field} “{text[:30]}…” has {len(text)} characters. {LONGEST[field]} are the most.")


def _printable(text: str, field: str, where: str) -> None:
    for character in text:
        if unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t\r":
            raise BadRow(f"{where}: {field} holds the control character U+{ord(character):04X}. Take it out.")
