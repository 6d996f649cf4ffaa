"""The field that the rows with dates replace goes."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("events", "0006_affiliations_have_dates")]
    operations = [
        migrations.RemoveConstraint(
            model_name="source",
            name="source_affiliation_is_known",
        ),
        migrations.RemoveField(
            model_name="source",
            name="affiliation",
        ),
        migrations.RemoveField(
            model_name="source",
            name="lean",
        ),
    ]
