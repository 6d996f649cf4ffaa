"""What is never deleted needs no foreign key: a trigger looks once at all the rows that a statement adds.

A foreign key guards two sides, row by row. Revisions and control events stay for good, so only the other side is left,
and there triggers ask for more than that the row exists.
"""

import django.db.models.deletion
from django.db import migrations, models

# Each row by one step down an index, however many there are: a join might read all events for a single decision
ADDED = """
CREATE OR REPLACE FUNCTION only_add_in_the_latest_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added
    WHERE removed_in_id IS NOT NULL OR added_in_id IS DISTINCT FROM (SELECT max(id) FROM events_revision)
  ) THEN
    RAISE EXCEPTION '% is append-only: rows are added in the latest revision alone', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION only_add_to_events_of_the_latest_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added
    WHERE (SELECT added_in_id FROM events_controlevent WHERE id = added.event_id)
      IS DISTINCT FROM (SELECT max(id) FROM events_revision)
  ) THEN
    RAISE EXCEPTION '% is append-only: it is added together with its event', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION only_name_entries_on_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added
    WHERE entry_id IS NOT NULL AND (SELECT id FROM events_controlevent WHERE id = added.entry_id) IS NULL
  ) THEN
    RAISE EXCEPTION '% names an entry that is not on record', TG_TABLE_NAME
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER evidence_names_an_entry_on_record AFTER INSERT ON events_evidence
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION only_name_entries_on_record();

CREATE FUNCTION only_rest_on_events_of_the_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added
    WHERE (SELECT place_id FROM events_controlevent WHERE id = added.event_id) IS DISTINCT FROM added.place_id
  ) THEN
    RAISE EXCEPTION '% rests on an event that is not of its place', TG_TABLE_NAME
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER control_period_rests_on_an_event_of_its_place AFTER INSERT ON events_controlperiod
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION only_rest_on_events_of_the_place();
"""
DROP_ADDED = """
DROP TRIGGER control_period_rests_on_an_event_of_its_place ON events_controlperiod;
DROP FUNCTION only_rest_on_events_of_the_place();
DROP TRIGGER evidence_names_an_entry_on_record ON events_evidence;
DROP FUNCTION only_name_entries_on_record();
"""


def recorded(model: str) -> list:
    """The two revisions of a recorded row, without their foreign keys."""
    facts = {
        "db_constraint": False, "editable": False, "on_delete": django.db.models.deletion.PROTECT,
        "to": "events.revision",
    }  # fmt: skip
    added = models.ForeignKey(**facts, related_name="added_%(class)ss", verbose_name="added in")
    removed = models.ForeignKey(
        **facts, related_name="removed_%(class)ss", verbose_name="removed in", null=True, blank=True
    )
    return [migrations.AlterField(model, "added_in", added), migrations.AlterField(model, "removed_in", removed)]


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0012_changes_of_affiliations_are_numbered"),
        ("gazetteer", "0012_changes_of_regions_are_numbered"),
    ]

    operations = [
        migrations.RunSQL(ADDED, DROP_ADDED),
        *[change for model in ("controlevent", "controlperiod", "grouping", "review") for change in recorded(model)],
        migrations.AlterField(
            model_name="controlperiod",
            name="event",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="periods",
                to="events.controlevent",
                verbose_name="event",
            ),
        ),
        migrations.AlterField(
            model_name="controlperiod",
            name="place",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="control_periods",
                to="gazetteer.place",
                verbose_name="place",
            ),
        ),
        migrations.AlterField(
            model_name="evidence",
            name="entry",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evidence_of",
                to="events.controlevent",
            ),
        ),
        migrations.AlterField(
            model_name="evidence",
            name="event",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="evidence",
                to="events.controlevent",
            ),
        ),
    ]
