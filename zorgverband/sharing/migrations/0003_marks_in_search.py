"""Marks among the words of an item, by which a search finds only what the asker might read."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

# A mark begins with a space, which no word does: nobody can look for one. It is short: the rule is
# asked anyhow, so two marks that happen to be equal do no harm.
MARKS = """
CREATE FUNCTION public.item_mark(p_network uuid, p_kind text, p_of text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ' ' || p_kind || left(md5(p_network::text || p_of), 12)
$$;
CREATE FUNCTION public.item_search(p_network uuid, p_about uuid, p_subject smallint, p_author uuid,
    p_allowed uuid[], p_compartment uuid, p_title text, p_body text)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(array_remove(ARRAY[
               public.item_mark(p_network, 's', p_about::text || p_subject),
               public.item_mark(p_network, 'a', p_author::text),
               CASE WHEN p_allowed <> '{}' OR p_compartment IS NOT NULL
                    THEN public.item_mark(p_network, 'o', '') END], NULL))
        || setweight(to_tsvector('pg_catalog.dutch', public.item_words(p_title)), 'A')
        || to_tsvector('pg_catalog.dutch', public.item_words(p_body))
$$;
"""
NO_MARKS = """
DROP FUNCTION public.item_search(uuid, uuid, smallint, uuid, uuid[], uuid, text, text);
DROP FUNCTION public.item_mark(uuid, text, text);
"""
OLD = """
CREATE FUNCTION public.item_search(p_network uuid, p_title text, p_body text)
RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(ARRAY['n' || replace(p_network::text, '-', '')])
        || setweight(to_tsvector('pg_catalog.dutch', public.item_words(p_title)), 'A')
        || to_tsvector('pg_catalog.dutch', public.item_words(p_body))
$$;
"""
ONLY_NOT_MEDICAL = models.Q(("subject__gt", 5))


class Migration(migrations.Migration):
    dependencies = [("sharing", "0002_ways_through_large_dossiers")]

    operations = [
        migrations.RemoveIndex(model_name="item", name="item_news"),
        migrations.RemoveIndex(model_name="item", name="item_news_social"),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(
                fields=["network", "in_news", "-happened_at", "-id"], name="item_happened"
            ),
        ),
        migrations.AddIndex(
            model_name="item",
            index=models.Index(
                fields=["network", "in_news", "-happened_at", "-id"],
                condition=ONLY_NOT_MEDICAL,
                name="item_happened_social",
            ),
        ),
        migrations.RemoveIndex(model_name="item", name="item_search"),
        migrations.RemoveField(model_name="item", name="search"),
        migrations.RunSQL(
            "DROP FUNCTION public.item_search(uuid, text, text);" + MARKS, NO_MARKS + OLD
        ),
        migrations.AddField(
            model_name="item",
            name="search",
            field=models.GeneratedField(
                expression=models.Func(
                    "network",
                    "about_id",
                    "subject",
                    "author",
                    "allowed",
                    "compartment_id",
                    "title",
                    "body",
                    function="item_search",
                ),  # fmt: skip
                output_field=django.contrib.postgres.search.SearchVectorField(),
                db_persist=True,
            ),
        ),
        migrations.AddIndex(
            model_name="item",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search"], name="item_search"),
        ),
    ]
