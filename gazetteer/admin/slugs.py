"""Rows on the desk that addresses, lists and stored answers know by their slug."""


class FixedSlug:
    """The slug is given with a new row and only shown from then on: whatever refers to the row goes by it."""

    def get_readonly_fields(self, request, obj=None):
        given = ["slug"] if obj else []
        return [*super().get_readonly_fields(request, obj), *given]
