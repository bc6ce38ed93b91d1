"""The message made of an answer from outside is named for what it is: it does not belong to it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("talks", "0004_outside_question")]

    operations = [migrations.RenameField("outsidequestion", "item", "kept_as")]
