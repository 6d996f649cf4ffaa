"""Claims that were decided before reviews were recorded get a review, all in one revision; merges are marked."""

from django.db import migrations

STATEMENT = (
    "place_id", "kind", "stance", "mode", "is_partial", "actor_id", "counterparty_id", "source_id", "source_text",
    "quantity", "unit", "event_start", "event_end", "time_precision",
)  # fmt: skip
REASON = "Reviews made before each was recorded by itself"


def mark_merges(apps, schema_editor):
    apps.get_model("events", "Revision").objects.filter(reason__startswith="Merged ").update(act="merged")


def put_on_record(apps, schema_editor):
    claim, review, revision = (apps.get_model("events", name) for name in ("Claim", "Review", "Revision"))
    decided = claim.objects.exclude(status="pending")
    if not decided.exists():
        return
    act = revision.objects.create(reason=REASON)
    rows = (
        review(
            claim=one, status=one.status, reviewed_at=one.reviewed_at, reviewed_by_id=one.reviewed_by_id,
            note=one.review_note, added_in=act, statement={name: getattr(one, name) for name in STATEMENT},
        )
        for one in decided.iterator()
    )  # fmt: skip
    review.objects.bulk_create(rows, batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("events", "0003_reviews_are_recorded")]
    operations = [
        migrations.RunPython(mark_merges, migrations.RunPython.noop),
        migrations.RunPython(put_on_record, migrations.RunPython.noop),
    ]
