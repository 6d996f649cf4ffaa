"""Reports are compared by a sketch of their text, which those already stored are given; evidence names its copies."""

import django.db.models.deletion
from django.db import migrations, models

from events.likeness import sketch


def sketched(apps, schema_editor):
    """Give each stored report its sketch."""
    Report = apps.get_model("events", "Report")
    for report in Report.objects.exclude(text="").only("text").iterator(chunk_size=200):
        Report.objects.filter(pk=report.pk).update(sketch=sketch(report.text))


class Migration(migrations.Migration):
    dependencies = [("events", "0007_sources_have_affiliations")]
    operations = [
        migrations.AddField(
            model_name="evidence",
            name="same_text_as",
            field=models.ForeignKey(
                blank=True,
                help_text="The claim that counts in its stead, read from the same text elsewhere. Empty: it counts itself.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="copies",
                to="events.claim",
                verbose_name="same text as",
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="sketch",
            field=models.BinaryField(
                default=b"", help_text="By which its text is compared with others. Empty: too short to be compared."
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("same_text_as", None),
                    models.Q(("claim__isnull", False), models.Q(("same_text_as", models.F("claim")), _negated=True)),
                    _connector="OR",
                ),
                name="evidence_is_no_copy_of_itself",
            ),
        ),
        migrations.RunPython(sketched, migrations.RunPython.noop),
    ]
