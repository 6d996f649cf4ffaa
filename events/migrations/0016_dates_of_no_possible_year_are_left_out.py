"""Reports and claims with a date outside 1900–2100 have none: no page could show them, and no editor mend them.

Entries and groupings on record are never changed; those with such a date are left, and can be taken back.
"""

from django.db import migrations

OUTSIDE = "{0} < '1900-01-01 00:00:00 Asia/Damascus' OR {0} >= '2101-01-01 00:00:00 Asia/Damascus'"
LEAVE_OUT = f"""
UPDATE events_report SET published_at = NULL WHERE {OUTSIDE.format("published_at")};
UPDATE events_claim SET event_start = NULL, event_end = NULL
WHERE {OUTSIDE.format("event_start")} OR {OUTSIDE.format("event_end")};
"""


class Migration(migrations.Migration):
    dependencies = [("events", "0015_translations_of_passages")]

    operations = [migrations.RunSQL(LEAVE_OUT, migrations.RunSQL.noop)]
