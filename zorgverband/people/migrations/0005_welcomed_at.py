"""When somebody had read what Zorgverband is; who was here before that page has nothing to read."""

import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    """One column of the account."""

    dependencies = [("people", "0004_own_devices")]

    operations = [
        migrations.AddField(
            model_name="account",
            name="welcomed_at",
            field=models.DateTimeField(
                db_default=django.db.models.functions.datetime.Now(),
                help_text="empty: reads what Zorgverband is at the next visit",
                null=True,
            ),
        ),
    ]
