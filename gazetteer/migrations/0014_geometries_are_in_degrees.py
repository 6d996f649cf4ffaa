"""Points and shapes lie within the degrees there are. A shape that does not could not be drawn, and is removed; a point
that does not is brought to the edge, with low confidence."""

from django.contrib.gis.geos import Polygon
from django.db import migrations, models

DEGREES = Polygon.from_bbox((-180, -90, 180, 90))
OFF = "NOT ST_CoveredBy({}, ST_MakeEnvelope(-180, -90, 180, 90, 4326))"
MEND = f"""
DELETE FROM gazetteer_boundary WHERE {OFF.format("shape")};
UPDATE gazetteer_place SET position_confidence = 'low', position = ST_SetSRID(
  ST_MakePoint(greatest(-180, least(180, ST_X(position))), greatest(-90, least(90, ST_Y(position)))), 4326
) WHERE {OFF.format("position")};
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [("gazetteer", "0013_what_lists_last_said")]
    operations = [
        migrations.RunSQL(MEND, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="boundary",
            constraint=models.CheckConstraint(
                condition=models.Q(shape__coveredby=DEGREES), name="boundary_shape_is_in_degrees"
            ),
        ),
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                condition=models.Q(position__coveredby=DEGREES), name="place_position_is_in_degrees"
            ),
        ),
    ]
