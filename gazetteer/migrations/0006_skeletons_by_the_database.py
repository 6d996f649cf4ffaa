"""The skeleton of a name as a function of the database; a fold that takes away every حي before a name; near names.

The first two do what `gazetteer.romanisation.skeleton` and `gazetteer.folding.fold_name` did when this was written; tests hold
them against each other. Should one change, a new migration replaces the function and rewrites the columns.
"""

import importlib

from django.db import migrations

FOLD = importlib.import_module("gazetteer.migrations.0003_folded_by_the_database").FUNCTION
ONE_GENERIC, ALL_GENERIC = "'^(حي|احياء) '", "'^((حي|احياء) )+'"
RULES = [
    ("(?<= )عبدال(?=[^ ]{2})", "عبد "),
    ("(?<= )ال(?=[^ ]{2})", ""),
    ("[\"'`ʿʾ.,;:!?()/_-]", ""),
    ("(?<= )abd[aeou]l(?=[a-z ])", "abd "),
    ("(?<=[a-z])[aeiu]d?d(?=(een|ein|in|ine|yn|awla|awlah|awle|awleh|aula|owla|oula) )", " d"),
    ("(?<= )(al|el|ul|il|ad|ed|ud|an|en|ar|er|as|es|ash|esh|ach|ech|at|et|az|ez|the|of) (?=[^ ])", ""),
    ("(?<= )(hayy|hay|hai|neighbou?rhood|district|quarter) (?=[^ ])", ""),
    ("(?<=[^ ]) (hayy|neighbou?rhood|district|quarter) ", " "),
    ("sch|sh|ch", "s"),
    ("kh", "x"),
    ("gh", "g"),
    ("th", "t"),
    ("dh", "d"),
    ("zh", "z"),
    ("ph", "f"),
    ("dj", "j"),
    ("[qc]", "k"),
    ("v", "w"),
    ("([a-z])\\1+", "\\1"),
    ("(?<=[aeiou])h(?= )", ""),
    ("(?<=[iou]n)e(?= )", ""),
    ("ou(?=[aei])", "uw"),
    ("(?<=[^aeou ])y(?=[aeiou ])", "i"),
    ("y(?![aeiou])", "i"),
    ("w(?![aeiou])", "u"),
    (" ", ""),
    ("(?<=[a-z])i[ae]$", "IA"),
    ("(?<=[a-z])[aeiou]*i$", "I"),
    ("(?<=[a-z])[aeiou]*[ou]$", "U"),
    ("(?<=[a-z])[aeiou]+$", "A"),
    ("^[aeiou]+", "A"),
    ("[aeiou]", ""),
]


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def skeleton() -> str:
    """The function: each rule is applied to what those before it left."""
    body = "' ' || folded || ' '"
    for pattern, replacement in RULES:
        body = f"regexp_replace({body}, {quoted(pattern)}, {quoted(replacement)}, 'g')"
    return f"""
CREATE FUNCTION gazetteer_skeleton(folded text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(nullif(lower({body}), ''), folded)
$$
"""


# Names with at least half of the trigrams in common; a lower bar, which reads far more of the index, only without any
NEAR = """
CREATE FUNCTION gazetteer_names_near(asked text) RETURNS SETOF bigint LANGUAGE plpgsql STABLE STRICT ROWS 60
SET pg_trgm.similarity_threshold = 0.5 AS $$
DECLARE least text;
BEGIN
  FOREACH least IN ARRAY ARRAY['0.5', '0.3'] LOOP
    PERFORM set_config('pg_trgm.similarity_threshold', least, true);
    RETURN QUERY SELECT id FROM gazetteer_placename WHERE folded % asked ORDER BY similarity(folded, asked) DESC LIMIT 60;
    EXIT WHEN FOUND;
  END LOOP;
END
$$
"""


def replacing(function: str) -> str:
    return function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


# A generated column is computed anew when its row is written
REWRITE = "UPDATE gazetteer_placename SET text = text; UPDATE gazetteer_ambiguity SET text = text"


class Migration(migrations.Migration):
    dependencies = [("gazetteer", "0005_shapes_for_three_zooms")]
    operations = [
        migrations.RunSQL(replacing(FOLD).replace(ONE_GENERIC, ALL_GENERIC), replacing(FOLD)),
        migrations.RunSQL(REWRITE, REWRITE),
        migrations.RunSQL(skeleton(), "DROP FUNCTION gazetteer_skeleton(text)"),
        migrations.RunSQL(NEAR, "DROP FUNCTION gazetteer_names_near(text)"),
    ]
