"""What places were before they were changed: a table that the database fills (see the next migration)."""

import django.contrib.gis.db.models.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gazetteer", "0009_merged_places_remember_their_names"),
    ]

    operations = [
        migrations.CreateModel(
            name="Past",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("until", models.DateTimeField()),
                ("called", models.JSONField(default=dict)),
                ("kind", models.CharField(max_length=14)),
                ("position", django.contrib.gis.db.models.fields.PointField(srid=4326)),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="past", to="gazetteer.place"
                    ),
                ),
            ],
            options={
                "ordering": ["place", "until"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("place", "until"), name="place_changes_once_at_a_moment")
                ],
            },
        ),
    ]
