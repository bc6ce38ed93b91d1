"""Series that were cut in two before that was kept: the later half is known by what both share."""

from django.db import migrations

LATER_HALVES = """
UPDATE agenda_visit v SET goes_on_as_id = (
    SELECT l.item_id FROM agenda_visit l
    JOIN sharing_item h ON h.id = l.item_id
    JOIN sharing_item o ON o.id = v.item_id
    WHERE l.network_id = v.network_id AND l.item_id <> v.item_id
      AND l.first_on >= v.stopped_from AND l.repeat = v.repeat AND l.kind = v.kind
      AND h.network_id = o.network_id AND h.created_at = o.created_at AND h.author_id = o.author_id
      AND h.about_id = o.about_id AND h.subject = o.subject AND h.body = o.body
    ORDER BY l.first_on, l.item_id LIMIT 1)
WHERE v.stopped_from IS NOT NULL AND v.repeat <> 'once' AND v.goes_on_as_id IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [("agenda", "0004_goes_on_as"), ("sharing", "0008_what_a_photo_shows")]

    operations = [migrations.RunSQL(LATER_HALVES, migrations.RunSQL.noop, elidable=True)]
