"""Each word that was said carries the mark of its conversation, so that a search looks only at the messages
of conversations that who searches reads. How long it takes then tells nothing of what is in others."""

from django.db import migrations

DROP = "DROP INDEX message_search; DROP FUNCTION public.message_search(uuid, {more}text);"
MADE = """
CREATE FUNCTION public.message_search(p_network uuid, {named}p_body text)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(ARRAY[public.item_mark(p_network, 'm', {of})])
        || to_tsvector('pg_catalog.dutch', public.item_words(p_body))
$$;
CREATE INDEX message_search ON talks_message
    USING gin (public.message_search(network_id, {column}body)) WHERE taken_back_at IS NULL;
"""
NEW = MADE.format(named="p_item uuid, ", of="p_item::text", column="item_id, ")
OLD = MADE.format(named="", of="''", column="")


class Migration(migrations.Migration):
    """Nothing changes in the table."""

    dependencies = [("talks", "0006_words_said_are_found")]
    operations = [
        migrations.RunSQL(
            DROP.format(more="") + NEW,
            DROP.format(more="uuid, ") + OLD,
        )
    ]
