"""Filters of the desk by a field whose values are codes, in the reader's words."""

from collections.abc import Mapping

from django.contrib import admin


def worded(words: Mapping[str, str]) -> type[admin.AllValuesFieldListFilter]:
    """A filter by the values that a field has; those that have a word here are shown by it."""

    class Worded(admin.AllValuesFieldListFilter):
        def choices(self, changelist):
            for choice in super().choices(changelist):
                yield {**choice, "display": words.get(choice["display"], choice["display"])}

    return Worded
