"""Statements about one change make one event, with its stages and dates; editors decide which belong together."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0008_copies_of_one_text"),
        ("gazetteer", "0009_merged_places_remember_their_names"),
    ]

    operations = [
        migrations.AddField(
            model_name="controlevent",
            name="counts_from",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                help_text="When the rule first counts it.",
                null=True,
                verbose_name="counts from",
            ),
        ),
        migrations.AddField(
            model_name="controlevent",
            name="dates",
            field=models.JSONField(
                default=list,
                editable=False,
                help_text="Each time that was given for the change, and by whom.",
                verbose_name="dates",
            ),
        ),
        migrations.AddField(
            model_name="controlevent",
            name="stages",
            field=models.JSONField(
                default=list,
                editable=False,
                help_text="How a change was known step by step: from when, with which status, by which line of the rule.",
                verbose_name="stages",
            ),
        ),
        migrations.AddField(
            model_name="evidence",
            name="counts_from",
            field=models.DateTimeField(blank=True, null=True, verbose_name="counts from"),
        ),
        migrations.AlterField(
            model_name="revision",
            name="act",
            field=models.CharField(
                choices=[
                    ("entered", "entered events"),
                    ("withdrew", "took back an entry"),
                    ("accepted", "accepted claims"),
                    ("rejected", "rejected a claim"),
                    ("reopened", "reopened a claim"),
                    ("grouped", "regrouped statements"),
                    ("merged", "merged two places"),
                    ("rebuilt", "derived control anew"),
                    ("undid", "undid another act"),
                    ("other", "another act"),
                ],
                default="other",
                max_length=8,
                verbose_name="act",
            ),
        ),
        migrations.CreateModel(
            name="Grouping",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("merge", "speak of one change"),
                            ("split", "stands apart from the others"),
                            ("pin", "happened at this time"),
                        ],
                        max_length=5,
                        verbose_name="what is decided",
                    ),
                ),
                (
                    "statements",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        help_text="Claims and entries by number, such as claim:12.",
                        size=None,
                        verbose_name="statements",
                    ),
                ),
                ("start", models.DateTimeField(blank=True, null=True, verbose_name="from")),
                ("end", models.DateTimeField(blank=True, null=True, verbose_name="until")),
                (
                    "reason",
                    models.CharField(help_text="Shown beside what it decides.", max_length=300, verbose_name="reason"),
                ),
                (
                    "added_in",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="added_%(class)ss",
                        to="events.revision",
                        verbose_name="added in",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groupings",
                        to="gazetteer.place",
                        verbose_name="place",
                    ),
                ),
                (
                    "removed_in",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="removed_%(class)ss",
                        to="events.revision",
                        verbose_name="removed in",
                    ),
                ),
            ],
            options={
                "verbose_name": "grouping",
                "verbose_name_plural": "groupings",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="grouping_has_a_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("statements__len__gte", 1)), name="grouping_names_statements"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("act", "merge"), _negated=True), ("statements__len__gte", 2), _connector="OR"
                        ),
                        name="merge_names_two_statements_or_more",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("act", "pin"),
                                ("end__gt", models.F("start")),
                                ("end__isnull", False),
                                ("start__isnull", False),
                            ),
                            models.Q(models.Q(("act", "pin"), _negated=True), ("end", None), ("start", None)),
                            _connector="OR",
                        ),
                        name="a_pin_and_nothing_else_has_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("removed_in", None), ("removed_in__gte", models.F("added_in")), _connector="OR"
                        ),
                        name="grouping_is_not_removed_before_it_was_added",
                    ),
                ],
            },
        ),
    ]
