"""Places and actors that are on record cannot be deleted, and rows on record name none that is not there.

Both sides of a foreign key, but asked once for all the rows of a statement: of a hundred thousand events that name the
same places and actors, each of these is looked up and held once.
"""

import django.db.models.deletion
from django.db import migrations, models

GUARDS = """
CREATE FUNCTION hold_what_is_named(stored regclass, ids bigint[], guard name) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  held bigint;
BEGIN
  EXECUTE format('SELECT count(*) FROM (SELECT FROM %s WHERE id = ANY ($1) ORDER BY id FOR KEY SHARE) held', stored)
    INTO held USING ids;
  IF held <> cardinality(ids) THEN
    RAISE EXCEPTION 'not all of the rows % are in %', ids, stored
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = guard;
  END IF;
END $$;

CREATE FUNCTION only_name_places_and_actors_there() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_what_is_named('gazetteer_place', ARRAY(SELECT DISTINCT place_id FROM added), TG_NAME);
  PERFORM hold_what_is_named('events_actor', ARRAY(
    SELECT actor_id FROM added WHERE actor_id IS NOT NULL
    UNION SELECT counterparty_id FROM added WHERE counterparty_id IS NOT NULL
  ), TG_NAME);
  RETURN NULL;
END $$;
CREATE TRIGGER control_event_names_a_place_and_actors_there AFTER INSERT ON events_controlevent
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION only_name_places_and_actors_there();

CREATE FUNCTION only_name_holders_there() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM hold_what_is_named('events_actor', ARRAY(
    SELECT holder_id FROM added WHERE holder_id IS NOT NULL
    UNION SELECT challenger_id FROM added WHERE challenger_id IS NOT NULL
  ), TG_NAME);
  RETURN NULL;
END $$;
CREATE TRIGGER control_period_names_holders_there AFTER INSERT ON events_controlperiod
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION only_name_holders_there();

CREATE FUNCTION keep_what_is_on_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (CASE TG_TABLE_NAME
    WHEN 'gazetteer_place' THEN EXISTS (SELECT FROM events_controlevent WHERE place_id = OLD.id)
    ELSE EXISTS (SELECT FROM events_controlevent WHERE OLD.id IN (actor_id, counterparty_id))
      OR EXISTS (SELECT FROM events_controlperiod WHERE OLD.id IN (holder_id, challenger_id))
  END) THEN
    RAISE EXCEPTION 'row % of % is on record and may not be deleted', OLD.id, TG_TABLE_NAME
      USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER place_on_record_is_never_deleted BEFORE DELETE ON gazetteer_place
  FOR EACH ROW EXECUTE FUNCTION keep_what_is_on_record();
CREATE TRIGGER actor_on_record_is_never_deleted BEFORE DELETE ON events_actor
  FOR EACH ROW EXECUTE FUNCTION keep_what_is_on_record();
"""
DROP_GUARDS = """
DROP TRIGGER actor_on_record_is_never_deleted ON events_actor;
DROP TRIGGER place_on_record_is_never_deleted ON gazetteer_place;
DROP FUNCTION keep_what_is_on_record();
DROP TRIGGER control_period_names_holders_there ON events_controlperiod;
DROP FUNCTION only_name_holders_there();
DROP TRIGGER control_event_names_a_place_and_actors_there ON events_controlevent;
DROP FUNCTION only_name_places_and_actors_there();
DROP FUNCTION hold_what_is_named(regclass, bigint[], name);
"""
PROTECT = django.db.models.deletion.PROTECT


def without_key(model: str, name: str, to: str, called: str, **more) -> migrations.AlterField:
    return migrations.AlterField(
        model, name, models.ForeignKey(to, PROTECT, db_constraint=False, verbose_name=called, **more)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("events", "0013_the_record_is_checked_by_the_statement"),
        ("gazetteer", "0012_changes_of_regions_are_numbered"),
    ]

    operations = [
        migrations.RunSQL(GUARDS, DROP_GUARDS),
        without_key("controlevent", "place", "gazetteer.place", "place", related_name="control_events"),
        without_key(
            "controlevent", "actor", "events.actor", "actor", related_name="control_events", null=True, blank=True,
            help_text="Who took, holds or lost it; for a derived event, who holds it from then on.",
        ),
        without_key(
            "controlevent", "counterparty", "events.actor", "counterparty", related_name="+", null=True, blank=True
        ),
        without_key("controlperiod", "holder", "events.actor", "holder", related_name="+", null=True),
        without_key("controlperiod", "challenger", "events.actor", "challenger", related_name="+", null=True),
    ]  # fmt: skip
