"""A document on its way in, and the text read from its bytes. Pure."""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import datetime


class Unreadable(ValueError):
    """The bytes are no text that can be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Article:
    """One published document as received."""

    body: bytes
    name: str = ""
    publisher: str | None = None  # slug of a source
    published_at: datetime | None = None
    url: str = ""
    title: str = ""
    is_sample: bool = False

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


def check_size(size: int, *, max_bytes: int) -> None:
    """Raise Unreadable when so many bytes are more than an article has."""
    if size > max_bytes:
        raise Unreadable(
            f"The report has {size:,} bytes; the limit is {max_bytes:,}. Send the text of the article alone."
        )


def text_of(body: bytes, *, max_bytes: int) -> str:
    """The text in `body`, character for character; raises Unreadable when there is none."""
    check_size(len(body), max_bytes=max_bytes)
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"The report is not UTF-8: byte {error.start + 1} cannot be read. Save it as UTF-8 and send it again."
        ) from None
    if "\x00" in text:
        raise Unreadable("The report holds NUL characters, so it is not plain text. Send its text alone.")
    if not text.strip():
        raise Unreadable("The report is empty. Send the text of the article.")
    return text


def language_of(text: str) -> str:
    """`ar` when most letters of the text are Arabic, else `en`."""
    sample = text[:5000]
    letters = sum(character.isalpha() for character in sample)
    arabic = sum("ARABIC" in unicodedata.name(character, "") for character in sample if character.isalpha())
    return "ar" if arabic * 2 > letters else "en"


def headline_of(text: str, *, longest: int = 120) -> str:
    """The first line of the text, cut at a word when it is long."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0] + "…"
