"""Periods of a place by start at any revision; evidence of an event has the index of its constraints."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0010_groupings_are_append_only"),
        ("gazetteer", "0009_merged_places_remember_their_names"),
    ]

    operations = [
        migrations.AlterField(
            model_name="controlperiod",
            name="place",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="control_periods",
                to="gazetteer.place",
                verbose_name="place",
            ),
        ),
        migrations.AlterField(
            model_name="evidence",
            name="event",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="evidence",
                to="events.controlevent",
            ),
        ),
        migrations.AddIndex(
            model_name="controlperiod",
            index=models.Index(fields=["place", "start"], name="control_period_recorded"),
        ),
    ]
