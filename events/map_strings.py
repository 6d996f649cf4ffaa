"""What the script of the map page says, in the reader's language."""

from django.utils.translation import get_language, gettext, ngettext

# A number for each plural form that the script may ask for (CLDR's names), so that gettext chooses the sentence
FORMS = {
    "en": {"one": 1, "other": 2},
    "ar": {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100},
}


def map_strings() -> dict[str, str | dict[str, str]]:
    """Sentences by key; those that count something have one for each plural form."""
    return {**_plain(), **_counted()}


def _counted() -> dict[str, dict[str, str]]:
    forms = FORMS["ar" if get_language() == "ar" else "en"]
    return {
        "changes": {form: ngettext("%(n)s change this day", "%(n)s changes this day", n) for form, n in forms.items()},
        "changes_today": {
            form: ngettext("%(n)s place changed this day", "%(n)s places changed this day", n)
            for form, n in forms.items()
        },
        "paler": {
            form: ngettext("paler: no evidence for %(n)s day", "paler: no evidence for %(n)s days", n)
            for form, n in forms.items()
        },
        "bar": {
            form: ngettext("Its bar through the war: %(n)s period", "Its bar through the war: %(n)s periods", n)
            for form, n in forms.items()
        },
    }


def _plain() -> dict[str, str]:
    return {
        "number": "%(n)s",
        "comma": gettext(", "),
        "close": gettext("Close"),
        "since": gettext("since %(day)s"),
        "besieged": gettext("Under siege"),
        "why": gettext("Why"),
        "for": gettext("For"),
        "against": gettext("Against"),
        "nothing_for": gettext("No claim supports it; an editor's entry stands."),
        "nothing_against": gettext("Nobody denies it."),
        "the_rule": gettext("The rule"),
        "all_of_place": gettext("All that is known of this place"),
        "no_information": gettext("No information for this place on this day."),
        "no_information_ever": gettext("No reviewed report speaks of it yet. Try a place nearby, or read the reports."),
        "go_to_first": gettext("Go to the first report, %(day)s"),
        "an_editor": gettext("An editor"),
        "same_text": gettext("The same text, counted once, is also in:"),
        "to_report": gettext("Read it in the report"),
        "sample": gettext("sample text"),
        "no_changes": gettext(
            "Step to the next change, or choose a place on the map to read what its colour rests on."
        ),
        "failed": gettext("The evidence could not be fetched. Nothing is lost; the map still shows what it had."),
        "retry": gettext("Try again"),
        "no_record": gettext("There is no record yet. Reports appear here once editors have accepted their claims."),
        "no_record_then": gettext("Nothing was on record by then. Choose a later day or revision."),
        "no_such_place": gettext("No place has this name. Try the other script, or a shorter part of it."),
        "bad_date": gettext("Give a day from %(first)s to %(last)s, as 2016-12-07."),
        "play": gettext("Play"),
        "pause": gettext("Pause"),
        "range_near": gettext("Closer: eighty days"),
        "range_whole": gettext("The whole war"),
        "state_none": gettext("no information"),
        "state_assessed": gettext("held by %(holder)s"),
        "state_claimed": gettext("claimed by %(holder)s"),
        "state_contested": gettext("contested: %(holder)s and %(challenger)s"),
        "state_contested_alone": gettext("contested"),
        "state_shared": gettext("shared by %(holder)s and %(challenger)s"),
        "state_unknown": gettext("unknown"),
        "last_proof": gettext("%(words)s; last evidence of %(day)s"),
        "neighbourhoods": gettext("Neighbourhoods; arrow keys lead from one to the next"),
    }
