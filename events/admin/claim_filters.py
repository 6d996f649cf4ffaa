"""What the list of claims at the desk is narrowed by."""

from django.contrib import admin
from django.utils.translation import gettext_lazy

from events.models import Claim


class WaitingFirst(admin.SimpleListFilter):
    """The review status, with the queue as what one sees first."""

    title = gettext_lazy("status")
    parameter_name = "status"

    def lookups(self, request, model_admin):
        return [*Claim.Status.choices, ("all", gettext_lazy("all"))]

    def choices(self, changelist):
        chosen = self.value() or Claim.Status.PENDING
        for value, title in self.lookup_choices:
            query = changelist.get_query_string({self.parameter_name: value})
            yield {"selected": chosen == value, "query_string": query, "display": title}

    def queryset(self, request, claims):
        chosen = self.value() or Claim.Status.PENDING
        return claims if chosen == "all" else claims.filter(status=chosen)


class PlaceNamed(admin.SimpleListFilter):
    """Whether an editor still has to say which place is meant."""

    title = gettext_lazy("place named")
    parameter_name = "named"

    def lookups(self, request, model_admin):
        return [("undecided", gettext_lazy("may mean several places")), ("decided", gettext_lazy("means one place"))]

    def queryset(self, request, claims):
        if self.value() == "undecided":
            return claims.filter(place=None).exclude(candidates=[])
        return claims.exclude(place=None) if self.value() == "decided" else claims
