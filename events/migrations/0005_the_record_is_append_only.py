"""What a revision recorded stays as it is: rows are added in the latest revision, and marked removed once.

Emptying a whole table (TRUNCATE) is left to the owner of the database, as tests do it.
"""

from django.db import migrations

REVISIONS = """
CREATE FUNCTION wait_for_turn_to_record() RETURNS void LANGUAGE sql AS
$$ SELECT pg_advisory_xact_lock(hashtext('events_revision')) $$;

CREATE FUNCTION record_one_act_at_a_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM wait_for_turn_to_record();
  RETURN NULL;
END $$;
-- Before the statement, and so before the number is drawn: numbers become visible in their order
CREATE TRIGGER revisions_are_recorded_one_at_a_time BEFORE INSERT ON events_revision
  FOR EACH STATEMENT EXECUTE FUNCTION record_one_act_at_a_time();

CREATE FUNCTION refuse_change_of_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: row % may not be % any more', TG_TABLE_NAME, OLD.id,
    CASE TG_OP WHEN 'DELETE' THEN 'deleted' ELSE 'changed' END
    USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER revision_is_never_changed_nor_deleted BEFORE UPDATE OR DELETE ON events_revision
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_record();
CREATE TRIGGER evidence_is_never_changed_nor_deleted BEFORE UPDATE OR DELETE ON events_evidence
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_record();
"""
DROP_REVISIONS = """
DROP TRIGGER evidence_is_never_changed_nor_deleted ON events_evidence;
DROP TRIGGER revision_is_never_changed_nor_deleted ON events_revision;
DROP TRIGGER revisions_are_recorded_one_at_a_time ON events_revision;
DROP FUNCTION refuse_change_of_record();
DROP FUNCTION record_one_act_at_a_time();
DROP FUNCTION wait_for_turn_to_record();
"""

ROWS = """
CREATE FUNCTION only_mark_as_removed_once() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  latest bigint := (SELECT max(id) FROM events_revision);
  removed_in bigint := NEW.removed_in_id;
BEGIN
  NEW.removed_in_id := NULL;
  IF OLD.removed_in_id IS NOT NULL OR removed_in IS DISTINCT FROM latest OR NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION '% is append-only: row % may only be marked as removed, once, in the latest revision',
      TG_TABLE_NAME, OLD.id USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
  END IF;
  NEW.removed_in_id := removed_in;
  RETURN NEW;
END $$;

CREATE FUNCTION only_add_in_the_latest_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM added WHERE removed_in_id IS NOT NULL OR added_in_id <> (SELECT max(id) FROM events_revision)
  ) THEN
    RAISE EXCEPTION '% is append-only: rows are added in the latest revision alone', TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION only_add_to_events_of_the_latest_revision() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER evidence_is_added_with_its_event AFTER INSERT ON events_evidence
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION only_add_to_events_of_the_latest_revision();
"""
DROP_ROWS = """
DROP TRIGGER evidence_is_added_with_its_event ON events_evidence;
DROP FUNCTION only_add_to_events_of_the_latest_revision();
DROP FUNCTION only_add_in_the_latest_revision();
DROP FUNCTION only_mark_as_removed_once();
"""

RECORDED = {
    "events_controlevent": "control_event", "events_controlperiod": "control_period", "events_review": "review",
}  # fmt: skip
KEPT = """
CREATE TRIGGER {name}_is_added_in_the_latest_revision AFTER INSERT ON {table}
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION only_add_in_the_latest_revision();
CREATE TRIGGER {name}_is_only_marked_as_removed_once BEFORE UPDATE ON {table}
  FOR EACH ROW EXECUTE FUNCTION only_mark_as_removed_once();
CREATE TRIGGER {name}_is_never_deleted BEFORE DELETE ON {table}
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_record();
"""
DROP_KEPT = """
DROP TRIGGER {name}_is_never_deleted ON {table};
DROP TRIGGER {name}_is_only_marked_as_removed_once ON {table};
DROP TRIGGER {name}_is_added_in_the_latest_revision ON {table};
"""

CLAIMS = """
CREATE FUNCTION keep_decided_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM events_review WHERE claim_id = OLD.id) AND (
    (OLD.report_id, OLD.start, OLD."end", OLD.quote, OLD.rule)
    IS DISTINCT FROM (NEW.report_id, NEW.start, NEW."end", NEW.quote, NEW.rule)
  ) THEN
    RAISE EXCEPTION 'claim % has been decided: the passage it quotes may not be changed', OLD.id
      USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decided_claim_keeps_its_passage BEFORE UPDATE ON events_claim
  FOR EACH ROW EXECUTE FUNCTION keep_decided_claim();
"""
DROP_CLAIMS = "DROP TRIGGER decided_claim_keeps_its_passage ON events_claim; DROP FUNCTION keep_decided_claim();"


class Migration(migrations.Migration):
    dependencies = [("events", "0004_earlier_reviews_are_put_on_record")]
    operations = [
        migrations.RunSQL(REVISIONS, DROP_REVISIONS),
        migrations.RunSQL(ROWS, DROP_ROWS),
        *[
            migrations.RunSQL(KEPT.format(name=name, table=table), DROP_KEPT.format(name=name, table=table))
            for table, name in RECORDED.items()
        ],
        migrations.RunSQL(CLAIMS, DROP_CLAIMS),
    ]
