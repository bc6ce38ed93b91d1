"""What a safety compartment is about and how it ended; what a second person thought of a look in need."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("sharing", "0005_who_changed_what"),
    ]

    operations = [
        migrations.AddField(
            model_name="compartment",
            name="about_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="compartment",
            name="closed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="compartment",
            name="closed_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="people.person",
            ),
        ),
        migrations.AddField(
            model_name="compartment",
            name="closing",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="compartment",
            name="title",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AddField(
            model_name="emergency",
            name="judgement",
            field=models.TextField(
                blank=True,
                choices=[
                    ("right", "Het was terecht"),
                    ("wrong", "Het was niet terecht"),
                    ("asked", "Ik heb er een vraag over gesteld"),
                ],
                db_default="",
                default="",
            ),
        ),
        migrations.AddField(
            model_name="emergency",
            name="remark",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
    ]
