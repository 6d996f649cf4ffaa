"""What a place was before it was changed, so that answers of earlier revisions stay as they were."""

from datetime import datetime

from django.contrib.gis.db import models

from .place import Place


class PastQuerySet(models.QuerySet):
    def at(self, moment: datetime):
        """For each place that has changed since, what it was at the moment."""
        return self.filter(until__gt=moment).order_by("place_id", "until").distinct("place_id")


class Past(models.Model):
    """The preferred names by language, the kind and the point of a place until one of them was changed.

    Written by the database alone, whoever changes a row and however.
    """

    place = models.ForeignKey(Place, models.CASCADE, related_name="past")
    until = models.DateTimeField()
    called = models.JSONField(default=dict)
    kind = models.CharField(max_length=14)
    position = models.PointField(srid=4326)

    objects = PastQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["place", "until"]
        constraints = [models.UniqueConstraint(fields=["place", "until"], name="place_changes_once_at_a_moment")]

    def __str__(self) -> str:
        return f"{self.place_id} until {self.until}"
