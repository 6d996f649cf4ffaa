"""Whom sources speak for is numbered with the sources: answers worked out from it are worked out anew."""

from django.db import migrations

TRIGGER = """
CREATE TRIGGER events_affiliation_changed BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON events_affiliation
  FOR EACH STATEMENT EXECUTE FUNCTION gazetteer_changed('sources');
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0011_indexes_for_reading")]
    operations = [migrations.RunSQL(TRIGGER, "DROP TRIGGER events_affiliation_changed ON events_affiliation")]
