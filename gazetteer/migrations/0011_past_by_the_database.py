"""Whenever preferred names, kind or point of a place change, the database keeps what they were."""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION gazetteer_called(bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_object_agg(language, text), '{}') FROM gazetteer_placename
  WHERE place_id = $1 AND kind = 'preferred';
$$;

-- A statement at a time: what the places were called before it, from the rows it left alone and those it replaced
CREATE FUNCTION gazetteer_names_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO gazetteer_past (place_id, until, called, kind, position)
  SELECT place.id, clock_timestamp(), before.called, place.kind, place.position
  FROM (
    SELECT name.place_id, jsonb_object_agg(name.language, name.text) AS called
    FROM gazetteer_placename name LEFT JOIN new_rows ON new_rows.id = name.id
    WHERE new_rows.id IS NULL AND name.kind = 'preferred'
      AND name.place_id IN (SELECT place_id FROM new_rows WHERE kind = 'preferred')
    GROUP BY name.place_id
  ) before JOIN gazetteer_place place ON place.id = before.place_id
  WHERE before.called <> gazetteer_called(place.id);
  RETURN NULL;
END $$;

CREATE FUNCTION gazetteer_names_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO gazetteer_past (place_id, until, called, kind, position)
  SELECT place.id, clock_timestamp(), before.called || gazetteer_called(place.id), place.kind, place.position
  FROM (
    SELECT place_id, jsonb_object_agg(language, text) AS called FROM old_rows
    WHERE old_rows.kind = 'preferred' GROUP BY place_id
  ) before JOIN gazetteer_place place ON place.id = before.place_id;
  RETURN NULL;
END $$;

CREATE FUNCTION gazetteer_names_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO gazetteer_past (place_id, until, called, kind, position)
  SELECT place.id, clock_timestamp(), before.called, place.kind, place.position
  FROM (
    SELECT place_id, jsonb_object_agg(language, text) AS called FROM (
      SELECT place_id, language, text FROM old_rows WHERE old_rows.kind = 'preferred'
      UNION ALL
      SELECT name.place_id, name.language, name.text
      FROM gazetteer_placename name LEFT JOIN new_rows ON new_rows.id = name.id
      WHERE new_rows.id IS NULL AND name.kind = 'preferred'
        AND name.place_id IN (SELECT place_id FROM old_rows UNION SELECT place_id FROM new_rows)
    ) preferred GROUP BY place_id
  ) before JOIN gazetteer_place place ON place.id = before.place_id
  WHERE before.called <> gazetteer_called(place.id);
  RETURN NULL;
END $$;

CREATE FUNCTION gazetteer_keep_place() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO gazetteer_past (place_id, until, called, kind, position)
  VALUES (OLD.id, clock_timestamp(), gazetteer_called(OLD.id), OLD.kind, OLD.position) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE TRIGGER past_is_kept_when_names_are_added AFTER INSERT ON gazetteer_placename
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION gazetteer_names_added();
CREATE TRIGGER past_is_kept_when_names_are_removed AFTER DELETE ON gazetteer_placename
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION gazetteer_names_removed();
CREATE TRIGGER past_is_kept_when_names_are_changed AFTER UPDATE ON gazetteer_placename
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION gazetteer_names_changed();
CREATE TRIGGER past_is_kept_when_a_place_is_changed AFTER UPDATE ON gazetteer_place FOR EACH ROW
  WHEN (OLD.kind <> NEW.kind OR OLD.position::bytea <> NEW.position::bytea) EXECUTE FUNCTION gazetteer_keep_place();
"""
DROP = """
DROP TRIGGER past_is_kept_when_a_place_is_changed ON gazetteer_place;
DROP TRIGGER past_is_kept_when_names_are_changed ON gazetteer_placename;
DROP TRIGGER past_is_kept_when_names_are_removed ON gazetteer_placename;
DROP TRIGGER past_is_kept_when_names_are_added ON gazetteer_placename;
DROP FUNCTION gazetteer_keep_place;
DROP FUNCTION gazetteer_names_changed;
DROP FUNCTION gazetteer_names_removed;
DROP FUNCTION gazetteer_names_added;
DROP FUNCTION gazetteer_called;
"""


class Migration(migrations.Migration):
    dependencies = [("gazetteer", "0010_what_places_were")]
    operations = [migrations.RunSQL(FUNCTIONS, DROP)]
