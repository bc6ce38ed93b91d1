"""An index of the words that are said in conversations, so that search finds the conversation by them."""

from django.db import migrations

# The mark keeps a search within its network, as in `item_search`.
WORDS = """
CREATE FUNCTION public.message_search(p_network uuid, p_body text)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(ARRAY[public.item_mark(p_network, 'm', '')])
        || to_tsvector('pg_catalog.dutch', public.item_words(p_body))
$$;
CREATE INDEX message_search ON talks_message
    USING gin (public.message_search(network_id, body)) WHERE taken_back_at IS NULL;
"""
GONE = """
DROP INDEX message_search;
DROP FUNCTION public.message_search(uuid, text);
"""


class Migration(migrations.Migration):
    """Nothing changes in the table."""

    dependencies = [
        ("talks", "0005_kept_as"),
        ("sharing", "0003_marks_in_search"),
    ]
    operations = [migrations.RunSQL(WORDS, GONE)]
