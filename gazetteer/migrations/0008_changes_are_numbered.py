"""A number for the state of the names and one for that of the shapes, so that what is built from them knows when to be
built anew, whoever changes a row and however.

The triggers work before a statement, which takes the number's lock first: transactions that change names wait for each
other and cannot block each other crosswise. A number comes from a sequence and is never given twice, also not after a
rollback. Within one transaction the row is written once; what it does further is counted in a setting that lasts as
long as the transaction, since a row that is written thousands of times in one becomes slow.
"""

from django.db import migrations

TRIGGER = """
CREATE TRIGGER {table}_changed BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
  FOR EACH STATEMENT EXECUTE FUNCTION gazetteer_changed('{subject}');
"""
TABLES = {"gazetteer_place": "names", "gazetteer_placename": "names", "gazetteer_boundary": "shapes"}
NUMBERS = """
CREATE SEQUENCE gazetteer_change_number;
CREATE TABLE gazetteer_change (subject text PRIMARY KEY, number bigint NOT NULL DEFAULT nextval('gazetteer_change_number'));
INSERT INTO gazetteer_change (subject) VALUES ('names'), ('shapes');
CREATE FUNCTION gazetteer_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  setting text := 'gazetteer.' || TG_ARGV[0];
BEGIN
  IF coalesce(current_setting(setting, true), '') = '' THEN
    UPDATE gazetteer_change SET number = nextval('gazetteer_change_number') WHERE subject = TG_ARGV[0];
  END IF;
  PERFORM set_config(setting, nextval('gazetteer_change_number')::text, true);
  RETURN NULL;
END $$;
"""
DROP = "DROP FUNCTION gazetteer_changed; DROP TABLE gazetteer_change; DROP SEQUENCE gazetteer_change_number;"


class Migration(migrations.Migration):
    dependencies = [("gazetteer", "0007_search_keys")]
    operations = [
        migrations.RunSQL(NUMBERS, DROP),
        *[
            migrations.RunSQL(TRIGGER.format(table=table, subject=subject), f"DROP TRIGGER {table}_changed ON {table}")
            for table, subject in TABLES.items()
        ],
    ]
