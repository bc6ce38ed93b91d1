"""People can choose how to hear of the code of the log."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.TextField(
                choices=[
                    ("asked", "Iemand vraagt u iets"),
                    ("important", "Belangrijk voor iedereen"),
                    ("news", "Ander nieuws"),
                    ("agenda", "Wie komt wanneer"),
                    ("people", "Mensen komen en gaan"),
                    ("log", "Code van Wie heeft gekeken"),
                ]
            ),
        ),
        migrations.AlterField(
            model_name="preference",
            name="kind",
            field=models.TextField(
                choices=[
                    ("asked", "Iemand vraagt u iets"),
                    ("important", "Belangrijk voor iedereen"),
                    ("news", "Ander nieuws"),
                    ("agenda", "Wie komt wanneer"),
                    ("people", "Mensen komen en gaan"),
                    ("log", "Code van Wie heeft gekeken"),
                ]
            ),
        ),
    ]
