"""Two indexes that begin alike made the planner choose blindly; what one found, the other finds."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sharing", "0003_marks_in_search")]

    operations = [migrations.RemoveIndex(model_name="item", name="item_about_created")]
