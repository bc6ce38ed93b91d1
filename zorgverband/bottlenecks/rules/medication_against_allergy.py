"""Somebody uses a medicine that they are known not to stand (by ATC code, else by name)."""

from django.utils.translation import gettext_lazy as _

from zorgverband.record.doubles import ATC

from ..rule import Act, Rule, ladder
from .double_medication import MEDICINES, NAME

RULE = Rule(
    kind="medication_against_allergy",
    title=_("Medicijn en allergie"),
    looks_at="the medicines somebody uses now, and their allergies that hold",
    finds=f"""
        WITH m AS MATERIALIZED ({MEDICINES})
        SELECT a.network_id, m.item_id || ' ' || a.item_id, a.about_id,
               LEAST(m.subject, i.subject::integer), ARRAY[m.item_id, a.item_id], '{{}}'::uuid[],
               NULL::uuid, m.author_member_id, GREATEST(m.created_at, i.created_at), '{{}}'::jsonb
        FROM m
        JOIN record_allergy a ON a.network_id = m.network_id AND a.about_id = m.about_id
          AND a.replaced_at IS NULL AND a.status = 'active'
        JOIN sharing_item i ON i.id = a.item_id AND i.withdrawn_at IS NULL
          AND i.compartment_id IS NULL
        WHERE a.code_system = '{ATC}' AND a.code <> '' AND starts_with(m.atc, a.code)
           OR m.word = {NAME.format("a")}
    """,
    resolved_if="the medicine is stopped, or the allergy is gone or ruled out",
    ladder=ladder(asker=0, coordinator=1, control=2),
    seriousness=9,
    act=Act.CALL,
    act_words=_("Bel de huisarts of apotheek"),
    why=_("“%(what)s” past niet bij de allergie “%(other)s”."),
    client=_("Een van uw medicijnen wordt nagekeken. Vraag het ook aan uw apotheek."),
    items=(
        "medication",
        "allergy",
    ),
)
