"""That a team takes part inside a compartment is no hindrance to its taking part openly."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("networks", "0002_presence_in_what_is_medical"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="member",
            name="member_team_once",
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.UniqueConstraint(
                condition=models.Q(("compartment__isnull", True), ("left_at__isnull", True)),
                fields=("network", "team"),
                name="member_team_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="member",
            constraint=models.UniqueConstraint(
                condition=models.Q(("compartment__isnull", False), ("left_at__isnull", True)),
                fields=("network", "team", "compartment"),
                name="member_team_once_inside",
            ),
        ),
    ]
