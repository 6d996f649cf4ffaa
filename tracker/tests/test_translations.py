"""The Arabic sentences: complete, and in the order in which they are read."""

import re

from babel.messages.pofile import read_po
from django.conf import settings

TRANSLATED = re.compile(r"""translate " · "|gettext\(" · "\)|_\(" · "\)|blocktranslate.*?endblocktranslate""")
A_DATE_IN_FIGURES = re.compile(r"(?<!\u200e)(?<![\d-])\d+-\d+")


def _sentences() -> list[tuple[str, str]]:
    """Each sentence that is translated, with its translation; of plurals each form."""
    with open(settings.LOCALE_PATHS[0] / "ar" / "LC_MESSAGES" / "django.po", "rb") as file:
        catalogue = read_po(file, locale="ar")
    found = []
    for message in catalogue:
        plain = isinstance(message.string, str)
        found += [(str(message.id), text) for text in ([message.string] if plain else message.string)]
    return found[1:]  # the first is the head of the file


def test_every_sentence_and_every_plural_form_is_translated():
    assert [said for said, text in _sentences() if not text.strip()] == []


def test_a_date_in_figures_is_read_from_year_to_day():
    """After Arabic letters the parts of 2016-12-07 would stand in reverse; a mark before them keeps the order."""
    assert [text for _said, text in _sentences() if A_DATE_IN_FIGURES.search(text)] == []


def test_what_is_told_side_by_side_is_parted_as_the_language_does():
    """A bare middle dot beside Arabic digits reads as the digit zero."""
    files = [
        file
        for app in ("events", "gazetteer", "tracker")
        for suffix in ("html", "js", "py")
        for file in sorted((settings.BASE_DIR / app).rglob(f"*.{suffix}"))
        if not {"tests", "evaluation"} & set(file.parts) and file.name not in ("400.html", "500.html")
    ]
    bare = [
        f"{file}: {line.strip()}"
        for file in files
        for line in file.read_text().splitlines()
        if "·" in TRANSLATED.sub("", line)
    ]
    assert files and bare == []
