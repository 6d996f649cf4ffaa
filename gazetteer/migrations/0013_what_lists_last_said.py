"""What the project's lists last said of each row, so that loading them again leaves what editors changed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gazetteer", "0012_changes_of_regions_are_numbered"),
    ]

    operations = [
        migrations.CreateModel(
            name="Listed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(max_length=10)),
                ("key", models.CharField(max_length=60)),
                ("said", models.JSONField()),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("subject", "key"), name="list_says_one_thing_of_a_row")
                ],
            },
        ),
    ]
