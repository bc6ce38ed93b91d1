"""The log gets its chain; rows that were there already are put in it in the order of time."""

from django.db import migrations, models

# The same words as privacy.look_words, which does not exist yet when this runs.
CHAIN_WHAT_IS_THERE = """
DO $$
DECLARE l journal_look; v_network uuid; v_place bigint; v_digest bytea;
BEGIN
    FOR l IN SELECT * FROM journal_look ORDER BY network_id, at, id LOOP
        IF v_network IS DISTINCT FROM l.network_id THEN
            v_network := l.network_id; v_place := 0; v_digest := '';
        END IF;
        v_place := v_place + 1;
        v_digest := sha256(v_digest || convert_to(jsonb_build_array(v_place, l.id, l.network_id,
            l.about_id, l.subject, l.compartment_id, l.person_id, l.person_name, l.member_id,
            l.side, l.function, l.organisation, l.action, l.door, to_jsonb(l.items), l.ground,
            l.address, l.source, l.outcome, extract(epoch FROM l.at))::text, 'UTF8'));
        INSERT INTO journal_link VALUES (l.id, l.network_id, v_place, v_digest);
    END LOOP;
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                ("look_id", models.UUIDField(primary_key=True, serialize=False)),
                ("network_id", models.UUIDField()),
                ("place", models.BigIntegerField()),
                ("digest", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("network_id", "place"), name="link_place")
                ],
            },
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("network_id", models.UUIDField()),
                ("place", models.BigIntegerField()),
                ("digest", models.BinaryField()),
                ("at", models.DateTimeField()),
                ("line", models.TextField()),
                ("written", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [models.Index(fields=["network_id", "-place"], name="seal_newest")],
            },
        ),
        migrations.RunSQL(CHAIN_WHAT_IS_THERE, migrations.RunSQL.noop),
    ]
