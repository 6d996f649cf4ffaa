"""Whom a source speaks for becomes rows with dates; what was said of it so far was said for always."""

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.db import migrations, models

import gazetteer.models.boundary


def copied(apps, schema_editor):
    """Every source keeps the side it had; the project's list may still correct it, as before."""
    Source, Affiliation = apps.get_model("events", "Source"), apps.get_model("events", "Affiliation")
    Affiliation.objects.bulk_create(
        Affiliation(source=source, side=source.affiliation, lean=source.lean, is_listed=True)
        for source in Source.objects.all()
    )


class Migration(migrations.Migration):
    dependencies = [("events", "0005_the_record_is_append_only")]
    operations = [
        migrations.CreateModel(
            name="Affiliation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "side",
                    models.CharField(
                        choices=[
                            ("government", "speaks for or leans to the government"),
                            ("opposition", "speaks for or leans to the opposition"),
                            ("kurdish", "speaks for or leans to Kurdish forces"),
                            ("isil", "speaks for ISIL"),
                            ("independent", "independent"),
                            ("unknown", "unknown whom it speaks for"),
                        ],
                        max_length=12,
                        verbose_name="side",
                    ),
                ),
                (
                    "lean",
                    models.CharField(
                        blank=True,
                        help_text="In the words of the list it came from.",
                        max_length=30,
                        verbose_name="lean",
                    ),
                ),
                (
                    "valid_from",
                    models.DateField(blank=True, help_text="Empty: always.", null=True, verbose_name="valid from"),
                ),
                (
                    "valid_until",
                    models.DateField(
                        blank=True, help_text="Half-open. Empty: still.", null=True, verbose_name="valid until"
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        blank=True, help_text="Where this is known from.", max_length=300, verbose_name="basis"
                    ),
                ),
                (
                    "is_listed",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Loaded from the project's list, and replaced when the list changes.",
                    ),
                ),
            ],
            options={
                "verbose_name": "affiliation",
                "verbose_name_plural": "affiliations",
                "ordering": ["source", models.OrderBy(models.F("valid_from"), nulls_first=True)],
            },
        ),
        migrations.AddField(
            model_name="affiliation",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="affiliations",
                to="events.source",
                verbose_name="source",
            ),
        ),
        migrations.AddConstraint(
            model_name="affiliation",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[(gazetteer.models.boundary.Validity("valid_from", "valid_until"), "&&"), ("source", "=")],
                deferrable=models.Deferrable.DEFERRED,
                name="source_speaks_for_one_side_a_day",
                violation_error_message="On some day this source would speak for two sides. Let one end before.",
            ),
        ),
        migrations.AddConstraint(
            model_name="affiliation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until", None),
                    ("valid_from", None),
                    ("valid_until__gt", models.F("valid_from")),
                    _connector="OR",
                ),
                name="affiliation_is_valid_for_some_time",
                violation_error_message="It must end after it began.",
            ),
        ),
        migrations.AddConstraint(
            model_name="affiliation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("side__in", ["government", "opposition", "kurdish", "isil", "independent", "unknown"])
                ),
                name="affiliation_side_is_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="affiliation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("valid_from", None), ("valid_until", None)),
                    models.Q(("basis", ""), _negated=True),
                    _connector="OR",
                ),
                name="affiliation_with_dates_names_its_basis",
                violation_error_message="Say where the dates are known from.",
            ),
        ),
        migrations.RunPython(copied, migrations.RunPython.noop),
    ]
