"""The fold of names as a function of the database, so that no way of writing a row can leave a name unfolded.

It does what `gazetteer.folding.fold_name` did when this was written; a test holds the two against each other. Should
that change, a new migration replaces the function and rewrites the column.
"""

import unicodedata

from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations

VARIANTS = "أإآٱىةؤئیک" + "".join(chr(start + n) for start in (0x660, 0x6F0) for n in range(10)) + "“”’‘ʼ\u00a0‑–"
LETTERS = "ااااي" + "هويي" + "ك" + "0123456789" * 2 + "\"\"''' --"
DROPPED = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
SPACES = "\\t-\\r\\x1c- \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000-"  # and the hyphen


def combining() -> str:
    """All combining characters, as the inside of a bracket expression."""
    marks = [code for code in range(0x80, 0x110000) if unicodedata.combining(chr(code))]
    ranges: list[list[int]] = []
    for code in marks:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


FUNCTION = f"""
CREATE FUNCTION gazetteer_fold_name(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(btrim(regexp_replace(regexp_replace(
    translate(
      lower(regexp_replace(normalize(name, NFKD), {quoted(f"[{combining()}]")}, '', 'g')),
      {quoted(VARIANTS)}, {quoted(LETTERS)}
    ), {quoted(f"[{DROPPED}]")}, '', 'g'), {quoted(f"[{SPACES}]+")}, ' ', 'g'), ' '), '^(حي|احياء) ', '')
$$
"""


class Migration(migrations.Migration):
    dependencies = [("gazetteer", "0002_tables")]
    operations = [
        BtreeGistExtension(),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION gazetteer_fold_name(text)"),
    ]
