"""Names brought to a skeleton that the usual spellings of one name share: without articles, Latin ones without what
romanisations disagree on. Pure; `gazetteer_skeleton()` does the same in the database.

Arabic is written in Latin letters in many ways: Sheikh, Shaykh, Cheikh, Şeyh; Maqsud, Maksoud; Salah al-Din,
Salaheddine. What they share is the consonants, and whether the name ends in -a, -i, -u or -iya.
"""

import re

# Each pattern means the same to Python and to PostgreSQL; they are applied in turn to " name "
RULES = [
    # Words that may be left out, in either script
    ("(?<= )عبدال(?=[^ ]{2})", "عبد "),
    ("(?<= )ال(?=[^ ]{2})", ""),
    ("[\"'`ʿʾ.,;:!?()/_-]", ""),
    ("(?<= )abd[aeou]l(?=[a-z ])", "abd "),
    ("(?<=[a-z])[aeiu]d?d(?=(een|ein|in|ine|yn|awla|awlah|awle|awleh|aula|owla|oula) )", " d"),
    ("(?<= )(al|el|ul|il|ad|ed|ud|an|en|ar|er|as|es|ash|esh|ach|ech|at|et|az|ez|the|of) (?=[^ ])", ""),
    ("(?<= )(hayy|hay|hai|neighbou?rhood|district|quarter) (?=[^ ])", ""),
    ("(?<=[^ ]) (hayy|neighbou?rhood|district|quarter) ", " "),
    # Consonants: one sign for each that is written in several ways
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
    ("(?<=[aeiou])h(?= )", ""),  # the silent one of ta marbuta
    ("(?<=[iou]n)e(?= )", ""),  # the silent one of French
    # Vowels: w and y are consonants before one; the first and the last are kept, by class
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
COMPILED = [(re.compile(pattern), replacement) for pattern, replacement in RULES]


def skeleton(folded: str) -> str:
    """What spellings of the name share, given its folded form; that form itself where nothing would be left."""
    text = f" {folded} "
    for pattern, replacement in COMPILED:
        text = pattern.sub(replacement, text)
    return text.lower() or folded
