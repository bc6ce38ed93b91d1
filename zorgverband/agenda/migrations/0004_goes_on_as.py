"""A series that was cut in two knows its later half."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agenda", "0003_kinds_and_turns")]

    operations = [
        migrations.AddField(
            model_name="visit",
            name="goes_on_as",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="agenda.visit",
            ),
        ),
    ]
