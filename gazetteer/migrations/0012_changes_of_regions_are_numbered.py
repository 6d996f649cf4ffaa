"""Which places a region speaks of is numbered as names and shapes are."""

from django.db import migrations

TRIGGER = """
INSERT INTO gazetteer_change (subject) VALUES ('regions');
CREATE TRIGGER gazetteer_membership_changed BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON gazetteer_membership
  FOR EACH STATEMENT EXECUTE FUNCTION gazetteer_changed('regions');
"""
DROP = """
DROP TRIGGER gazetteer_membership_changed ON gazetteer_membership;
DELETE FROM gazetteer_change WHERE subject = 'regions';
"""


class Migration(migrations.Migration):
    dependencies = [("gazetteer", "0011_past_by_the_database")]
    operations = [migrations.RunSQL(TRIGGER, DROP)]
