"""What editors decided about groups is kept like the rest of the record: added, and marked removed once."""

from django.db import migrations

KEPT = """
CREATE TRIGGER grouping_is_added_in_the_latest_revision AFTER INSERT ON events_grouping
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION only_add_in_the_latest_revision();
CREATE TRIGGER grouping_is_only_marked_as_removed_once BEFORE UPDATE ON events_grouping
  FOR EACH ROW EXECUTE FUNCTION only_mark_as_removed_once();
CREATE TRIGGER grouping_is_never_deleted BEFORE DELETE ON events_grouping
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_record();
"""
DROP_KEPT = """
DROP TRIGGER grouping_is_never_deleted ON events_grouping;
DROP TRIGGER grouping_is_only_marked_as_removed_once ON events_grouping;
DROP TRIGGER grouping_is_added_in_the_latest_revision ON events_grouping;
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0009_groups_of_statements")]
    operations = [migrations.RunSQL(KEPT, DROP_KEPT)]
