"""What the project's own lists last said."""

from django.db import models


class Listed(models.Model):
    """What a list last said of one of its rows: what stands otherwise since is an editor's, and stays."""

    subject = models.CharField(max_length=10)  # place, names, members, or what another app lists
    key = models.CharField(max_length=60)  # the slug of the row
    said = models.JSONField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["subject", "key"], name="list_says_one_thing_of_a_row")]

    def __str__(self) -> str:
        return f"{self.subject} {self.key}"
