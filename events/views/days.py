"""The first and the last day that a page or a film is asked for."""

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

LOOKED_BACK = timedelta(days=30)
NO_DAY = {"invalid": _("Give the date as 2016-12-07.")}


class DayField(forms.DateField):
    """A day, or none, written as everywhere in addresses and in no other order, which readers take in two ways."""

    def __init__(self):
        super().__init__(required=False, input_formats=["%Y-%m-%d"], error_messages=NO_DAY)


class DayRange(forms.Form):
    """`from` and `to`; without them the days up to `on`: from `begins`, or the last thirty."""

    first = DayField()
    last = DayField()

    def __init__(self, data, on: date, begins: date | None = None):
        super().__init__(data)
        self.on, self.begins = on, begins

    def add_prefix(self, field_name: str) -> str:
        return {"first": "from", "last": "to"}.get(field_name, field_name)

    def clean(self) -> dict:
        cleaned = super().clean()
        if self.errors:
            return cleaned
        cleaned["last"] = cleaned["last"] or self._end(cleaned["first"])
        if self._is_of_our_time("last"):
            cleaned["first"] = cleaned["first"] or self._begin(cleaned["last"])
            if self._is_of_our_time("first") and cleaned["first"] > cleaned["last"]:
                self.add_error("last", _("The last day lies before the first one."))
        return cleaned

    def _end(self, first: date | None) -> date:
        return max(self.on, first) if self.begins and first else self.on

    def _begin(self, last: date) -> date:
        return min(self.begins, last) if self.begins else last - LOOKED_BACK

    def _is_of_our_time(self, name: str) -> bool:
        is_so = 1900 <= self.cleaned_data[name].year <= 2100
        if not is_so:
            self.add_error(name, _("The year must lie between 1900 and 2100."))
        return is_so
