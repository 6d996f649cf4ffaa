"""The names of actors and sources are numbered as those of places are."""

from django.db import migrations

TRIGGER = """
INSERT INTO gazetteer_change (subject) VALUES ('{subject}');
CREATE TRIGGER {table}_changed BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
  FOR EACH STATEMENT EXECUTE FUNCTION gazetteer_changed('{subject}');
"""
DROP = "DROP TRIGGER {table}_changed ON {table}; DELETE FROM gazetteer_change WHERE subject = '{subject}';"
TABLES = {"events_actor": "actors", "events_source": "sources"}


class Migration(migrations.Migration):
    dependencies = [("events", "0001_tables"), ("gazetteer", "0008_changes_are_numbered")]
    operations = [
        migrations.RunSQL(TRIGGER.format(table=table, subject=subject), DROP.format(table=table, subject=subject))
        for table, subject in TABLES.items()
    ]
