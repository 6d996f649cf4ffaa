"""Whether evidence is added with its event is asked by a step down an index for each row.

A join was planned once for a connection, often while there were few events, and then read all of them for each row.
"""

from django.db import migrations

LOOKED_UP = """
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
"""
JOINED = """
CREATE OR REPLACE FUNCTION only_add_to_events_of_the_latest_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added JOIN events_controlevent event ON event.id = added.event_id
    WHERE event.added_in_id <> (SELECT max(id) FROM events_revision)
  ) THEN
    RAISE EXCEPTION '% is append-only: it is added together with its event', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0012_changes_of_affiliations_are_numbered")]
    operations = [migrations.RunSQL(LOOKED_UP, JOINED)]
