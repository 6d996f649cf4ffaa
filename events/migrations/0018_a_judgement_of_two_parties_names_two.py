"""What an editor judges to be shared names two parties. Entries of before are not looked at: they are never changed."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("events", "0017_everything_is_of_our_time")]

    operations = [
        AddConstraintNotValid(
            "controlevent",
            models.CheckConstraint(
                condition=~Q(origin="entered", source=None, status__in=["shared", "contested"], removed_in=None)
                | ~Q(actor=F("counterparty"))
                & (Q(status="contested") | Q(actor__isnull=False, counterparty__isnull=False)),
                name="judgement_of_two_parties_names_two",
            ),
        ),
    ]
