"""What the script of the map page says, in the reader's language."""

from django.utils.translation import get_language, gettext, ngettext

from events.models import Side

# A number for each plural form that the script may ask for (CLDR's names), so that gettext chooses the sentence
FORMS = {
    "en": {"one": 1, "other": 2},
    "ar": {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100},
}


def map_strings() -> dict[str, str | dict[str, str]]:
    """Sentences by key; those that count something have one for each plural form."""
    return {**_plain(), **_of_time(), **_of_shares(), **_counted()}


def _counted() -> dict[str, dict[str, str]]:
    forms = FORMS["ar" if get_language() == "ar" else "en"]
    return {
        "changes": {form: ngettext("%(n)s change this day", "%(n)s changes this day", n) for form, n in forms.items()},
        "changes_today": {
            form: ngettext("%(n)s place changed this day", "%(n)s places changed this day", n)
            for form, n in forms.items()
        },
        "tally_all": {
            form: ngettext("%(n)s change in these days", "%(n)s changes in these days", n) for form, n in forms.items()
        },
        "tally_shown": {form: ngettext("%(n)s shown", "%(n)s shown", n) for form, n in forms.items()},
        "tally_unplaced": {
            form: ngettext("%(n)s without a place on the map", "%(n)s without a place on the map", n)
            for form, n in forms.items()
        },
        "changes_hour": {
            form: ngettext("%(n)s change this hour", "%(n)s changes this hour", n) for form, n in forms.items()
        },
        "changed_this_hour": {
            form: ngettext("%(n)s place changed this hour", "%(n)s places changed this hour", n)
            for form, n in forms.items()
        },
        "share_by_number": {
            form: ngettext("Share of the city, of %(n)s place:", "Share of the city, by number of its %(n)s places:", n)
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
        "semicolon": gettext("; "),
        "between": gettext(" · "),
        "close": gettext("Close"),
        "sheet_low": gettext("Show only the head"),
        "sheet_half": gettext("Show it half as high as the page"),
        "sheet_full": gettext("Show it as high as the page"),
        "since": gettext("since %(day)s"),
        "besieged": gettext("Under siege"),
        "why": gettext("Why"),
        "for": gettext("For"),
        "against": gettext("Against"),
        "reason": gettext("Reason:"),
        "translation": gettext("Translation:"),
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
        "choose_place": gettext("Choose a place on the map to read what its colour rests on."),
        "failed": gettext("The evidence could not be fetched. Nothing is lost; the map still shows what it had."),
        "retry": gettext("Try again"),
        "not_drawn": gettext("The map does not draw it: it has no outline of its own."),
        "no_such_place": gettext("The map has no place “%(place)s”. Look for its name in the search box."),
        "no_record_yet": gettext("There is no record yet."),
        "no_record_why": gettext("Places get their colours once editors have accepted what reports say of them."),
        "to_reports": gettext("Read the reports"),
        "map_failed": gettext("The record could not be fetched."),
        "map_failed_why": gettext("Nothing is lost. Check your connection and try again in a moment."),
        "to_table": gettext("The same facts in rows"),
        "no_record_then": gettext("Nothing was on record by then. Choose a later day or revision."),
        "bad_date": gettext("Give a day from %(first)s to %(last)s, as 2016-12-07."),
        "play": gettext("Play"),
        "pause": gettext("Pause"),
        "state_none": gettext("no information"),
        "state_assessed": gettext("held by %(holder)s"),
        "state_claimed": gettext("claimed by %(holder)s"),
        "state_contested": gettext("contested: %(holder)s and %(challenger)s"),
        "state_contested_alone": gettext("contested"),
        "state_contested_by_one": gettext("contested: %(party)s, no other party named"),
        "state_shared": gettext("shared by %(holder)s and %(challenger)s"),
        "state_unknown": gettext("unknown"),
        "last_proof": gettext("%(words)s; last evidence of %(day)s"),
        "neighbourhoods": gettext("Neighbourhoods; arrow keys lead from one to the next"),
    }


def _of_time() -> dict[str, str]:
    return {
        "day_outside": gettext("The record runs from %(first)s to %(last)s. Give a day between them."),
        "previous_day": gettext("Previous day"),
        "next_day": gettext("Next day"),
        "previous_hour": gettext("Previous hour"),
        "next_hour": gettext("Next hour"),
        "known_today": gettext("All that is known today"),
        "known_on": gettext("As known on %(day)s"),
        "known_banner": gettext("As known on %(day)s."),
        "known_not_of_revision": gettext("A revision answers as it did; it has no other time."),
        "known_loading": gettext("Asking what was known…"),
        "known_failed": gettext(
            "What was known could not be fetched. The map still shows what it had; move the handle again."
        ),
        "link_pinned": gettext(
            "This link names the revision: it gives this view for good, whatever is corrected later."
        ),
        "link_not_pinned": gettext(
            "What was known on a day and what some sources tell is computed today, so this link cannot name a "
            "revision: later corrections will show in it."
        ),
        "link_copied": gettext("Copied."),
        "link_copy_by_hand": gettext("Your browser does not let the page copy; the link is selected, copy it by hand."),
    }


def _of_shares() -> dict[str, str]:
    sides = {str(side): str(side.label) for side in Side if side != Side.NONE}
    claimed = {f"group_claimed-{side}": gettext("%(side)s, claimed") % {"side": name} for side, name in sides.items()}
    return {
        **{f"group_assessed-{side}": name for side, name in sides.items()},
        **claimed,
        "group_between": gettext("contested or shared"),
        "group_unknown": gettext("unknown"),
        "group_none": gettext("no information"),
        "share_by_area": gettext("Share of the city’s area:"),
        "under_one_percent": gettext("under one per cent"),
    }
