"""JSON Lines, object by object; what is wrong with one names its file and line."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path


class BadInput(ValueError):
    """Something that cannot be scored: file, line, what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Record:
    """One object and where it stands; each reader gives a field in the type that it must have."""

    where: str
    values: dict

    def text(self, name: str) -> str:
        value = self._value(name)
        return value if isinstance(value, str) else self._refuse(name, "a text")

    def text_or_none(self, name: str) -> str | None:
        return None if self._value(name) in (None, "") else self.text(name)

    def one_of(self, name: str, known: Collection[str]) -> str:
        value = self.text(name)
        return value if value in known else self._refuse(name, f"one of {', '.join(sorted(known))}")

    def one_of_or_none(self, name: str, known: Collection[str]) -> str | None:
        return None if self._value(name) is None else self.one_of(name, known)

    def whole(self, name: str) -> int:
        value = self._value(name)
        return value if _is_number(value, int) and value >= 0 else self._refuse(name, "a whole number from 0")

    def number_or_none(self, name: str) -> float | None:
        value = self._value(name)
        return value if value is None or _is_number(value, int, float) else self._refuse(name, "a number or null")

    def flag(self, name: str) -> bool:
        value = self._value(name)
        return value if isinstance(value, bool) else self._refuse(name, "true or false")

    def texts(self, name: str) -> tuple[str, ...]:
        value = self._value(name)
        good = isinstance(value, (list, tuple)) and all(isinstance(part, str) for part in value)
        return tuple(value) if good else self._refuse(name, "a list of texts")

    def records(self, name: str) -> list["Record"]:
        value = self._value(name)
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            self._refuse(name, "a list of objects")
        return [Record(f"{self.where}, {name} {number}", part) for number, part in enumerate(value, start=1)]

    def refuse(self, name: str, why: str):
        raise BadInput(f"{self.where}: {name} {_shown(self.values.get(name))} {why}")

    def _refuse(self, name: str, wanted: str):
        self.refuse(name, f"is not {wanted}. Correct the line.")

    def _value(self, name: str):
        if name not in self.values:
            raise BadInput(f"{self.where}: the field “{name}” is missing. Add it; null stands for nothing.")
        return self.values[name]


def records(path: Path) -> Iterator[Record]:
    """The objects of a JSON Lines file; empty lines are passed over."""
    for number, line in enumerate(read(path).split("\n"), start=1):
        if line.strip():
            where = f"{path}, line {number}"
            yield Record(where, _object(line, where))


def read(path: Path) -> str:
    """The text of a file in UTF-8, character for character: line ends stay what they are."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: not UTF-8: byte {error.start + 1} cannot be read. Save it as UTF-8.") from None
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror}. Check the path, and that it may be read.") from None


def _object(line: str, where: str) -> dict:
    try:
        value = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{where}: not JSON ({error}). Each line must be one object.") from None
    if not isinstance(value, dict):
        raise BadInput(f"{where}: not an object but {_shown(value)}. Each line must be one object.")
    return value


def _no_number(name: str):
    raise ValueError(f"{name} is no number")


def _is_number(value, *types: type) -> bool:
    return isinstance(value, types) and not isinstance(value, bool)


def _shown(value) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:59]}…"
