"""Shapes for the coarser zooms beside the finest one."""

import django.contrib.gis.db.models.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("gazetteer", "0004_names_shapes_and_regions_in_versions"),
    ]

    operations = [
        migrations.AddField(
            model_name="boundary",
            name="shape_city",
            field=django.contrib.gis.db.models.fields.MultiPolygonField(
                editable=False,
                help_text="Empty: as fine as any.",
                null=True,
                srid=4326,
                verbose_name="shape for a map of the city",
            ),
        ),
        migrations.AddField(
            model_name="boundary",
            name="shape_overview",
            field=django.contrib.gis.db.models.fields.MultiPolygonField(
                editable=False,
                help_text="Empty: as fine as any.",
                null=True,
                srid=4326,
                verbose_name="shape for an overview",
            ),
        ),
    ]
