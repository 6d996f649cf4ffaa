"""Dates lie between 1900 and 2100. Entries and groupings of before are not looked at, since they are never changed."""

from datetime import UTC, datetime

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import Q

from events.models.our_time import of_our_time

FIRST, AFTER = datetime(1899, 12, 31, 21, 34, 48, tzinfo=UTC), datetime(2100, 12, 31, 21, tzinfo=UTC)  # of Damascus


def lies_in_our_time(*fields: str) -> Q:
    """That each of these columns is empty or of these years."""
    wanted = Q()
    for field in fields:
        wanted &= Q(**{field: None}) | Q(**{f"{field}__gte": FIRST, f"{field}__lt": AFTER})
    return wanted


def moment(model: str, name: str, verbose_name: str, **options) -> migrations.AlterField:
    """The column as it was, with the validator of forms."""
    field = models.DateTimeField(verbose_name, validators=[of_our_time], **options)
    return migrations.AlterField(model, name, field)


class Migration(migrations.Migration):
    dependencies = [("events", "0016_dates_of_no_possible_year_are_left_out")]

    operations = [
        moment("claim", "event_start", "from", null=True, blank=True),
        moment("claim", "event_end", "until", null=True, blank=True),
        moment("controlevent", "event_start", "from"),
        moment("controlevent", "event_end", "until"),
        moment("controlevent", "known_at", "known since", help_text="When the evidence was published."),
        moment("report", "published_at", "published at", null=True, blank=True),
        migrations.AddConstraint(
            "claim",
            models.CheckConstraint(condition=lies_in_our_time("event_start", "event_end"), name="claim_is_of_our_time"),
        ),
        migrations.AddConstraint(
            "report", models.CheckConstraint(condition=lies_in_our_time("published_at"), name="report_is_of_our_time")
        ),
        AddConstraintNotValid(
            "controlevent",
            models.CheckConstraint(
                condition=Q(origin="derived")
                | Q(removed_in__isnull=False)
                | lies_in_our_time("event_start", "event_end", "known_at"),
                name="control_event_is_of_our_time",
            ),
        ),
        AddConstraintNotValid(
            "grouping",
            models.CheckConstraint(
                condition=Q(removed_in__isnull=False) | lies_in_our_time("start", "end"),
                name="grouping_is_of_our_time",
            ),
        ),
    ]
